"""Languages: English passes in every dress, everything else is refused."""

from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.read.language import recognise_language

OTHERS = {
    "Spanish": "El alcalde dijo el lunes que tres obreros del puerto fueron detenidos tras la marcha.",
    "French": "Le maire a déclaré lundi que trois ouvriers du port avaient été arrêtés après la marche.",
    "German": "Der Bürgermeister sagte am Montag, dass drei Hafenarbeiter nach dem Marsch verhaftet wurden.",
    "Portuguese": "O prefeito disse na segunda-feira que três trabalhadores do porto foram presos após a marcha.",
    "Italian": "Il sindaco ha detto lunedì che tre operai del porto sono stati arrestati dopo il corteo.",
    "Dutch": "De burgemeester zei maandag dat drie havenarbeiders na de mars zijn opgepakt.",
    "Turkish": "Belediye başkanı pazartesi günü yürüyüşün ardından üç liman işçisinin tutuklandığını söyledi.",
    "Indonesian": "Wali kota mengatakan pada hari Senin bahwa tiga pekerja pelabuhan ditangkap setelah pawai.",
    "Russian": "Мэр сообщил в понедельник, что трое рабочих порта были задержаны после марша.",
    "Arabic": "قال رئيس البلدية يوم الاثنين إن ثلاثة من عمال الميناء اعتقلوا بعد المسيرة",
    "Persian": "شهردار روز دوشنبه گفت سه کارگر بندر پس از راهپیمایی بازداشت شدند",
    "Chinese": "市长星期一说，游行之后有三名港口工人被逮捕。",
    "Somali": "Duqa magaalada ayaa sheegay Isniintii in saddex shaqaale ah la xiray kadib socodka.",
}
ENGLISH = "The mayor said on Monday that three dock workers were held after the march, but their families deny it."


def recognise(text: str, declared: str | None = None) -> str | None:
    return recognise_language(text, declared, source="a.txt", place=None)


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(InputError, match=f"looks {name}.*English only"):
        recognise(OTHERS[name])


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.lower(),
        ENGLISH.upper(),
        "He confirmed the depart of forces is respecting the decision sovereign, and that no decision was been taken.",
        "Sheikh Abd al-Rahman al-Jubouri met Nechirvan Idris, Qais al-Amiri and Huda Mirza in Sulaymaniyah on Friday.",
        f"\u202b{ENGLISH}\u202c\u200b\x07",
    ],
    ids=["plain", "lower", "upper", "translated by machine", "foreign names", "marks of direction"],
)
def test_english_passes(text: str) -> None:
    assert recognise(text) == "en"


@pytest.mark.parametrize("text", ["Sarn", "Al-Qadir, Basra", "4 5 6"])
def test_a_text_too_short_to_tell_passes_without_a_language(text: str) -> None:
    assert recognise(text) is None


def test_a_declared_language_is_believed() -> None:
    assert recognise(OTHERS["Dutch"], "en-GB") == "en"
    with pytest.raises(InputError, match="given as 'fr'"):
        recognise(ENGLISH, "fr")
    with pytest.raises(InputError, match="not a language code"):
        recognise(ENGLISH, "english text")
