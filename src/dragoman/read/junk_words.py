"""Families of words that the shapes of junk are made of. Letter case does not count, except in `(?-i:...)`."""

from __future__ import annotations

# What is not there: players, pictures, advertisements.
MEDIA = (
    r"(?:(?:video|photo|image|picture|audio)s?(?: gallery)?|gallery|slideshow|infographic|podcast|advertisement"
    r"|media player|embedded content|live (?:stream|blog|tv|updates))"
)
# Networks, and what can be done with a page.
NETWORK = (
    r"(?:facebook|twitter|instagram|linkedin|linked in|telegram|whats ?app|youtube|tik ?tok|threads|bluesky|pinterest"
    r"|reddit|x)"
)
BUTTON = (
    rf"(?:{NETWORK}|e-?mail|messenger|viber|skype|google\s?(?:\+|plus|news)?|flipboard|tumblr|digg|rss"
    r"|wechat|weibo|vk|sms|pocket"
    r"|print(?: this(?: \w+)?)?|share(?: this(?: (?:story|article|page|post))?)?|tweet|pin(?: it)?|copy"
    r" (?:this )?(?:link|url)"
    r"|save|bookmark|like|reply|comments?|follow|more|menu|search|log ?in|sign in|register|subscribe"
    r"|close|skip to \w+(?: content)?)"
)
# The foot and the head of a site.
FOOT = (
    r"(?:(?:terms|conditions)(?: (?:of|and|&) (?:use|service|sale|conditions))?|privacy(?: (?:policy|notice|centre))?"
    r"|cookies?(?: (?:policy|settings))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers"
    r"|help|faqs?|site ?map"
    r"|feedback|accessibility|rss(?: feeds?)?|newsletters?|e-?paper|subscribe|log ?in|sign (?:in|up)"
    r"|register|my account"
    r"|home|news|world|politics|business|sports?|opinion|entertainment|life(?:style)?|culture"
    r"|tech(?:nology)?|science|health|travel"
    r"|weather|videos?|photos?|live tv|search|menu|archives?|more)(?!\w)"
)
PAGE = r"(?:article|story|report|post|page|piece|column|dispatch|blog)"
# What a reader is asked to do, and what such a sentence then speaks of.
ASK = (
    r"(?:sign up|subscribe|register (?:now|today|for|here|to)|get (?:the|our|breaking|daily|unlimited|all"
    r"|more|full|news)|join (?:our|the)"
    r"|become an? (?:member|subscriber|supporter|patron)|enter your (?:e-?mail )?(?:address)?|donate"
    r" (?:now|today|here|to)"
    r"|log ?in (?:or|to)|sign in (?:or|to)|receive (?:our|the|daily|breaking)|want (?:more|the latest)"
    r"|never miss|unlock"
    r"|don[’']t miss (?:a|our)|stay (?:up to date|informed|on top))"
)
ASKED_FOR = (
    r"(?:news|letter|alerts?\b|list\b|address|inbox|e-?mail|account|briefing|headlines|access|channel\b|member|app\b"
    r"|digital|reading|comment\b|notifications?|journalism|coverage|round-?up|trial|offers?\b)"
)
# What points to another page: at the start of a line, or loud inside a text.
POINTER = (
    r"read (?:more|also|next|on)|also read|see (?:also|more|all)|related(?: (?:stor(?:y|ies)|articles?"
    r"|news|topics?|content|coverage"
    r"|links?|posts?|reading))?|more on this(?: story)?|more|more-in|recommended(?: for you)?"
    r"|suggested(?: reading)?|don[’']t miss"
    r"|must[- ]read|in case you missed it|icymi|further reading|editor[’']?s?[’']? (?:picks?|choice)|what to read next"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|(?:most|top|latest|trending"
    r"|popular|other|recent|more)"
    r" (?:read|popular|viewed|shared|commented|watched|stories|news|headlines|posts|articles|coverage|videos|updates)"
    r"(?: (?:now|stories|this \w+|today|articles|from .{3,40}))?|trending(?: now)?|continue reading.{0,40}|keep reading"
    r"|(?:next|previous|prev)(?: (?:article|story|post))|full coverage|(?:around|from) the web|(?:show"
    r"|load|view) (?:more|all)"
    r"|more from .{3,40}|(?:breaking|latest) news|newsletters?|in this (?:article|story)|on this (?:story"
    r"|topic)|explainer"
)
SHOUT = (
    r"(?-i:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|RELATED(?: (?:STORY|STORIES|ARTICLES?|COVERAGE|VIDEO))?"
    r"|MORE(?: COVERAGE)?|DON[’']T MISS|MUST READ|ICYMI|TRENDING|Also Read|Read More|Read Also|See Also"
    r"|See also|Read more|Also read)"
)
# Credits of pictures, with their capital: "a grim picture: ..." is a sentence.
CREDIT = (
    r"(?-i:(?:Image|IMAGE|Photo|PHOTO|Picture|Photograph|PHOTOGRAPH|File photo|Photo credit|Image credit"
    r"|Image source)s?\s?:"
    r"|(?:Credit|CREDIT)s?\s?:(?=\s*[A-Z]))"
)
_HOUSE = (
    r"(?:ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|pa(?: wire)?|file|shutterstock|xinhua|pti|ani|ians"
    r"|nurphoto|anadolu(?: agency)?"
    r"|bloomberg|alamy|i?stock(?:photo)?|zuma(?: press)?|sipa|tass|sputnik|flickr|handout|pool|supplied"
    r"|courtesy|wikimedia commons)"
)
AGENCY = (  # at the end of a line
    rf"(?:\({_HOUSE}(?: file)? photo\b[^()]*\)|/ ?(?:getty images|shutterstock)|photo by [^.]{{3,40}}/ ?{_HOUSE}"
    rf"|(?-i:[A-Z])[\w.’'-]+ (?-i:[A-Z])[\w.’'-]+ ?/ ?{_HOUSE}(?: ?/ ?{_HOUSE}|(?:,)? (?:file|via {_HOUSE}|pool))*\)?"
    r"|\((?-i:[A-Z])[\w.’'-]+ (?-i:[A-Z])[\w.’'-]+ ?/ ?(?-i:[A-Z])[^()]{2,50}\)|\((?:photo|image|picture"
    r"|courtesy|file)[ :][^()]{2,60}\))"
)
# Notes of a monitoring desk. "[words indistinct]" is no junk: it stands for words inside a sentence; "begin recording"
# is none: it tells that somebody's words follow.
CUT = (
    r"(?:passages?|portions?|sentences?|paragraphs?|text)(?: \w+)? "
    r"(?:omitted|indistinct|missing|redacted|unclear)|words indistinct[;,] [^\[\]]{3,60}"
)
RECORDING = (
    r"(?:end(?: of)? (?:recording|video|audio|video recording|text|excerpt)|continue[sd]?|to be continued"
    r"|recording (?:breaks|ends|cuts) \w+)"
)
WRITER = (
    r"(?:staff (?:writer|reporter|photographer|correspondent)|(?:freelance|award[- ]winning"
    r"|investigative) (?:writer|journalist|reporter)"
    r"|reporter|correspondent|columnist|contributor|contributing (?:writer|editor)|co-?author of the"
    r" (?:upcoming|forthcoming|new|book)"
    r"|author of (?:the |several |\w+ )?(?:upcoming|forthcoming|new |books?|novels?)|(?:senior|research"
    r"|visiting|policy) (?:fellow|analyst) (?:at|with)"
    r"|(?:managing|political|foreign|news|deputy|associate|digital) editor)"
)
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
TAG = (
    r"(?:p|div|span|br|hr|a|img|iframe|script|em|strong|b|i|u|li|ul|ol|figure|figcaption|table|t[dhr]"
    r"|h[1-6]|center|font|section)"
)
NAME = r"(?-i:[A-Z])[\w.'’-]*"
NAMES = rf"{NAME}(?:[ ]+(?:and[ ]+|{NAME},?[ ]*)){{0,8}}"
INSIDE = r"(?:[^.!?]|[.!?](?=[\w/@]))"  # a character of a sentence; the marks of addresses and numbers do not end it
TO_END = rf"(?:{INSIDE}{{0,160}}[.!?]+[\"”)]?|{INSIDE}{{0,300}}$)"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_UNIT = (
    rf"(?:{_DAY}|{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?(?:[ap]m)?|[ap]\.?m\b\.?|at|on|of|ist|gmt|utc|bst"
    r"|[ecmp][sd]?t|[ecw]at|pkt|ago"
    r"|hours?|hrs?|min(?:ute)?s?)"
)
TIME = rf"{_UNIT}(?:[\s,.:/|()-]+{_UNIT}){{1,14}}+"
_STAMPED = r"(?:(?:last|first) )?(?:updated|modified|published|posted|dated|created|edited)(?: (?:on|at))?"
STAMP = rf"(?=.*\d)\W*{_STAMPED}\s?:?\s+{TIME}(?:[\s|•;,]+{_STAMPED}\s?:?\s+{TIME}){{0,2}}\W*$"
