"""One input to one report: decoded, checked, and laid out in sentences and junk."""

from __future__ import annotations

import os
import re

from msgspec import Struct, structs

from dragoman.errors import InputError
from dragoman.read.decode import decode_text
from dragoman.read.html import extract_article
from dragoman.read.inputs import Input
from dragoman.read.jsonl import decode_line
from dragoman.read.junk import find_junk
from dragoman.read.language import recognise_language
from dragoman.read.limits import MAX_CHARACTERS, MAX_HTML_BYTES, MAX_TEXT_BYTES, too_long
from dragoman.read.published import check_date, find_publication
from dragoman.read.sentences import find_sentences
from dragoman.records import Report

_WORD = re.compile(r"\w")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class _Facts(Struct, frozen=True, kw_only=True):
    """What comes with a text. `dated_by` names in words where `published` was given."""

    id: str
    source: str
    place: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    dated_by: str = "the publication date"
    url: str | None = None
    language: str | None = None


def read_input(item: Input, *, published: str | None = None) -> Report:
    """The report behind an input.

    `published` (ISO 8601: a day, a month or a year) overrides what the input itself says; a text and a JSON
    line keep their text character by character, of HTML the article's text is taken.
    Raises InputError where the input is empty, too long, binary, in an unknown encoding, not English, has no
    article, or a date that is none.
    """
    try:
        text, facts = _read_jsonl(item) if item.kind == "jsonl" else _read_file(item)
    except OSError as error:
        mend = "Check that the file is still there and may be read"
        raise InputError(error.strerror or str(error), source=item.source, place=item.place, mend=mend) from error
    if published is not None:
        facts = structs.replace(facts, published=published, dated_by="the publication date of this run")
    return _build_report(text, facts)


def report_from_text(  # noqa: PLR0913 the facts of a report are the public signature
    text: str,
    *,
    id: str = "report",
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
) -> Report:
    """The report of a text in memory; the text stays as it is. Raises InputError as `read_input` does."""
    facts = _Facts(id=id, source=id, title=title, publisher=publisher, author=author, published=published, url=url)
    return _build_report(text, facts)


def _read_jsonl(item: Input) -> tuple[str, _Facts]:
    raw = item.payload if isinstance(item.payload, bytes) else item.payload.encode()
    line = decode_line(raw, source=item.source, place=item.place or "line 1")
    given = {key: value for key, value in structs.asdict(line).items() if key != "text"}
    return line.text, _Facts(source=item.source, place=item.place, dated_by="`published`", **given)


def _read_file(item: Input) -> tuple[str, _Facts]:
    limit = MAX_HTML_BYTES if item.kind == "html" else MAX_TEXT_BYTES
    raw = _load_bytes(item, limit)
    text = decode_text(raw, source=item.source)
    facts = _Facts(id=item.id, source=item.source)
    if item.kind == "text":
        return text, facts
    _check_text(text, facts)
    article = extract_article(text, source=item.source)
    given = {key: value for key, value in structs.asdict(article).items() if key != "text"}
    return article.text, structs.replace(facts, dated_by="the page's date", **given)


def _load_bytes(item: Input, limit: int) -> bytes:
    """All bytes of the input; a file beyond the limit is refused by its size, without reading it."""
    size = len(item.payload) if isinstance(item.payload, bytes) else os.stat(item.payload).st_size
    if size > limit:
        raise too_long(size, limit, "bytes", source=item.source, place=item.place)
    if isinstance(item.payload, bytes):
        return item.payload
    with open(item.payload, "rb") as file:
        return file.read(limit + 1)


def _build_report(text: str, facts: _Facts) -> Report:
    _check_text(text, facts)
    if len(text) > MAX_CHARACTERS:
        raise too_long(len(text), MAX_CHARACTERS, "characters", source=facts.source, place=facts.place)
    language = recognise_language(text, facts.language, source=facts.source, place=facts.place)
    if facts.published is None:
        publication = find_publication(text, facts.url)
    else:
        publication = check_date(facts.published, facts.dated_by, source=facts.source, place=facts.place)
    junk = find_junk(text)
    return Report(
        id=facts.id,
        text=text,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        published=publication.date,
        published_basis=publication.basis,
        published_why=publication.why,
        url=facts.url,
        language=language,
        sentences=find_sentences(text, junk),
        junk=junk,
    )


def _check_text(text: str, facts: _Facts) -> None:
    """Raises InputError where a text has no word, a NUL character or half a character in it."""
    source, place = facts.source, facts.place
    if not _WORD.search(text):
        raise InputError(
            "it is empty: it has no word in it", source=source, place=place, mend="Give a report with text"
        )
    if (at := text.find("\x00")) >= 0:
        what = f"the text holds a NUL character (character {at})"
        raise InputError(what, source=source, place=place, mend="Take it out, or check that this is text")
    if half := _SURROGATE.search(text):
        what = f"the text holds half a surrogate pair (character {half.start()})"
        raise InputError(what, source=source, place=place, mend="Write the character whole, as UTF-8")
