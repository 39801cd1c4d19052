"""The words that made-up reports are put together from. Places are real, all that happens there is invented."""

from __future__ import annotations

CITIES = [tuple(line.split("|")) for line in """Mombasa|Kenya|Kenyan
Kisumu|Kenya|Kenyan
Kano|Nigeria|Nigerian
Jos|Nigeria|Nigerian
Maiduguri|Nigeria|Nigerian
Quetta|Pakistan|Pakistani
Multan|Pakistan|Pakistani
Kandahar|Afghanistan|Afghan
Herat|Afghanistan|Afghan
Basra|Iraq|Iraqi
Kirkuk|Iraq|Iraqi
Homs|Syria|Syrian
Deir ez-Zor|Syria|Syrian
Aden|Yemen|Yemeni
Taiz|Yemen|Yemeni
Kismayo|Somalia|Somali
Baidoa|Somalia|Somali
Gao|Mali|Malian
Kidal|Mali|Malian
Goma|Congo|Congolese
Bukavu|Congo|Congolese
Bujumbura|Burundi|Burundian
Alexandria|Egypt|Egyptian
Suez|Egypt|Egyptian
Benghazi|Libya|Libyan
Misrata|Libya|Libyan
Sfax|Tunisia|Tunisian
Oran|Algeria|Algerian
Izmir|Turkey|Turkish
Diyarbakir|Turkey|Turkish
Donetsk|Ukraine|Ukrainian
Odessa|Ukraine|Ukrainian
Makhachkala|Russia|Russian
Rostov|Russia|Russian
Osh|Kyrgyzstan|Kyrgyz
Almaty|Kazakhstan|Kazakh
Yangon|Myanmar|Burmese
Davao|Philippines|Philippine
Zamboanga|Philippines|Philippine
Medan|Indonesia|Indonesian
Chittagong|Bangladesh|Bangladeshi
Srinagar|India|Indian
Guwahati|India|Indian
Jaffna|Sri Lanka|Sri Lankan
Cali|Colombia|Colombian
Cucuta|Colombia|Colombian
Tijuana|Mexico|Mexican
Acapulco|Mexico|Mexican
Maracaibo|Venezuela|Venezuelan
Guayaquil|Ecuador|Ecuadorian
Cuzco|Peru|Peruvian
Recife|Brazil|Brazilian
Marseille|France|French
Antwerp|Belgium|Belgian
Leeds|Britain|British
Belfast|Britain|British
Bilbao|Spain|Spanish
Thessaloniki|Greece|Greek""".splitlines()]  # fmt: skip

VENUES = [tuple(line.split("|")) for line in """the Karim Brothers market|a crowded market|market
the Saint Jude church|a church|church
the Al-Huda mosque|a mosque|mosque
the Royal Palms hotel|a seaside hotel|hotel
the Unity bus terminal|a bus station|bus station
the Third District police station|a police station|police station
the Green Square|a city square|square
the Martyrs' Bridge checkpoint|an army checkpoint|checkpoint
the Lakeview school|a school|school
the Nour hospital|a hospital|hospital
the Old Port|the harbour|harbour
the Camp Delta barracks|a barracks|barracks
the Orient cinema|a cinema|cinema
the Blue Lantern restaurant|a restaurant|restaurant""".splitlines()]  # fmt: skip

GROUPS = ["the Black Banner Brigade", "the Sons of the Valley", "the Army of the Dawn", "the Crimson Front",
          "the Islamic State", "al-Qaeda", "the Liberation Movement of the South", "the Eagle Militia",
          "the Free Highlands Army", "al-Shabaab", "the Taliban", "the Hand of Justice"]  # fmt: skip
PERSONS = ["Karim Osei", "Daniel Marku", "Ana Belmonte", "Yusuf Terzi", "Ivo Kraljic", "Samuel Obote", "Lina Haddad",
           "Pedro Quiroga", "Tomas Lindqvist", "Rashid Amini", "Grace Mutua", "Viktor Sobol"]  # fmt: skip
PEOPLE = ["people", "civilians", "worshippers", "passers-by", "shoppers", "soldiers", "police officers", "students"]
OFFICIALS = ["police", "the interior ministry", "the health ministry", "a hospital official", "the provincial governor",
             "the mayor", "a security source", "the Red Crescent", "witnesses", "an army spokesman"]  # fmt: skip
AGENCIES = ["Globe Press", "Meridional News Agency", "Unipress", "Transcontinental Wire"]
OUTLETS = ["The Daily Beacon", "City Herald", "Ocean Tribune", "The Northern Star", "Evening Mail", "Radio Sahara",
           "The Lantern", "Capital Times", "Frontier Post", "Channel Six"]  # fmt: skip
FILLERS = [
    "Shops stayed shut and few cars were on the roads.", "Ambulances drove to and fro all day long.",
    "Neighbours said that they had never seen anything like it.", "The government has promised an inquiry.",
    "Residents complained that help had come too late.", "The price of bread has doubled since last winter.",
    "Schools in the area will stay closed until further notice.", "Diplomats called the situation fragile.",
    "A curfew was not ruled out.", "Relatives waited at the gates for news.",
    "The opposition asked who was to answer for it.",
    "The region depends on farming and on money sent home by workers abroad.",
]  # fmt: skip
JUNK = ["Share this story", "ADVERTISEMENT", "Read more: what we know so far", "Follow us for updates", ""]
PASTS = [
    "Last year",
    "In {month}",
    "A month earlier",
    "Two years ago",
    "In {year}",
    "Earlier this year",
    "Weeks before",
]
