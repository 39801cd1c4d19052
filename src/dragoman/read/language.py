"""Which language a text is written in; the model knows English only, so that anything else is refused.

CLD2 (the detector of the Chromium browser, through `pycld2`) was chosen because it loads in 10 ms, where
py3langid takes about 0.5 s; the comparison is in `docs/read.md`.
"""

from __future__ import annotations

import re

import pycld2  # type: ignore[import-untyped]

from dragoman.errors import InputError

MODEL_LANGUAGE = "en"
_MIN_LETTERS = 40  # of Latin script; below, names decide more than the language does, and the text passes
_ENGLISH_SHARE = 40  # per cent of the text by CLD2's reckoning; the rest may be quotations in another language
_FIRST = 100_000  # characters looked at: enough for a decision, and quick on the longest report
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")  # CLD2 refuses these
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")


def recognise_language(text: str, declared: str | None, *, source: str, place: str | None) -> str | None:
    """`en`, or None where the text is too short or too full of names to tell; such a text passes.

    `declared` is what the input says of its language (BCP 47); it is believed. Raises InputError where the
    declared or the recognised language is another than English.
    """
    if declared is not None:
        return _check_declared(declared, source, place)
    sample = _CONTROL.sub(" ", text[:_FIRST])
    _, _, ranked = pycld2.detect(sample)
    name, code, share, _ = ranked[0]
    if code == MODEL_LANGUAGE or any(c == MODEL_LANGUAGE and s >= _ENGLISH_SHARE for _, c, s, _ in ranked):
        return MODEL_LANGUAGE
    latin, letters = len(_LATIN.findall(sample)), len(_LETTER.findall(sample))
    if code == "un" or share < _ENGLISH_SHARE or (latin < _MIN_LETTERS and 2 * latin >= letters):
        return None
    what = f"the text looks {name.replace('_', ' ').title()} ({code}), not English"
    raise InputError(what, source=source, place=place, mend=_mend("Give it a translation"))


def _check_declared(declared: str, source: str, place: str | None) -> str:
    if not _CODE.match(declared):
        what = f"the language {declared!r} is not a language code"
        raise InputError(what, source=source, place=place, mend='Write it as "en" or leave it out')
    if declared.lower().replace("_", "-").split("-")[0] not in {"en", "eng"}:
        what = f"the language is given as {declared!r}"
        raise InputError(what, source=source, place=place, mend=_mend("Translate it first"))
    return MODEL_LANGUAGE


def _mend(do: str) -> str:
    return f"dragoman's model knows English only. {do}"
