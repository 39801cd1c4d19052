"""Bytes to text: UTF-8, what a byte order mark says, or an older encoding where there is no doubt about it."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import InputError

# The four-byte marks come first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"BM\xf6",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.005  # of the bytes; text has none or a stray one
_MAX_CHAOS = 0.02  # charset-normalizer's measure of mess, 0 to 1, above which its own guess is not relied on


# Encodings that reports are still found in; those of DOS and old Macintoshes fit nearly any bytes.
_OLDER = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "cp932",
          "gb18030", "big5", "cp949", "euc_jp"]  # fmt: skip
_MEND = "Save it as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"


def looks_binary(head: bytes) -> bool:
    """True where the first bytes of a file are no text in any encoding that is read here."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    if head.startswith(_BINARY_STARTS) or b"\x00" in head:
        return True
    return len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head)


def decode_text(raw: bytes, *, source: str, place: str | None = None) -> str:
    """The text that the bytes hold, line ends and all; a byte order mark is no part of it.

    Raises InputError for a binary file, for NUL bytes, and where the encoding cannot be told for sure.
    """
    if looks_binary(raw):
        at = raw.find(b"\x00")
        where = f"byte {at}" if at >= 0 else place
        what = "it holds a NUL byte" if at >= 0 else "it is a binary file"
        raise InputError(what, source=source, place=where, mend="Give dragoman text, HTML or JSON lines in UTF-8")
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            what = f"it begins as {encoding.upper()} but breaks off that encoding"
            raise InputError(what, source=source, place=f"byte {error.start}", mend=_MEND) from error
        return _guess_encoding(raw, error, source)


def _guess_encoding(raw: bytes, error: UnicodeDecodeError, source: str) -> str:
    """The text where every encoding that fits reads the same; otherwise InputError at the first odd byte."""
    # Lazy: loading takes 90 ms and next to no file needs it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    fitting = [match for match in from_bytes(raw, cp_isolation=_OLDER) if match.chaos <= _MAX_CHAOS]
    texts = {str(match) for match in fitting}
    if len(texts) == 1:
        return texts.pop()
    guesses = ", ".join(sorted({match.encoding for match in fitting})[:4])
    doubt = f"it could be {guesses}" if guesses else "no other encoding fits"
    what = f"the byte 0x{raw[error.start]:02x} is not UTF-8, and {doubt}"
    raise InputError(what, source=source, place=f"byte {error.start}", mend=_MEND)
