"""Junk lines, known by their shape: marked with their kind, never cut from the text.

Every rule is one row of RULES: a kind and a pattern; what the pattern matches is junk. A pattern speaks of a
whole line or of one sentence; none of them looks into the middle of a sentence. Rules err to the side of the
report: a junk line left in costs the marker little, a sentence marked as junk is lost.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.records import Junk
from dragoman.terms import JunkKind
from dragoman.text import overlap, span_of

_LONGEST_LINE = 2_000  # characters: junk lines are short; of a longer line only the end is looked at
_TEASER_WORDS = 20
_LINE_ENDS = ("", *'.!?:;"”’)')  # of a line that a wrapped sentence does not run on from

_MEDIA = (
    r"(?:videos?|audio|photos?|images?|pictures?|gallery|slideshow|infographic|podcast|advertisement|media player"
    r"|embedded content)"
)
_SHARE = (
    r"(?:facebook|twitter|linkedin|linked in|e?-?mail|whats ?app|telegram|reddit|pinterest|messenger|instagram|viber"
    r"|skype|google\+|flipboard|print|share|tweet|pin it|copy link|copy url|save|comments?|more|x)"
)
_NETWORK = r"(?:facebook|twitter|instagram|linkedin|telegram|whatsapp|youtube|x)"
_ASK = (
    r"(?:sign up|subscribe|get (?:the|our) (?:latest|daily|free)|join our|become a (?:member|subscriber)"
    r"|enter your (?:e-?mail )?address)"
)
_ASKED_FOR = r"(?:news|letter|alert|list|address|inbox|e-?mail|account|briefing|headlines|access|today|channel|member)"
_POINTER = (
    r"(?:read more|read also|also read|see also|related (?:stories|articles?|news|topics?|content)|more on this|more:"
    r"|recommended(?: for you)?:|don[’']t miss)"
)
_CREDIT = (  # with its capital: "a grim picture: ..." is a sentence
    r"(?-i:Image|IMAGE|Photo|PHOTO|Picture|Photograph|File photo|Photo credit|Image credit|Image source|Credit)s?\s?:"
)
_AGENCY_CREDIT = (
    r"(?:\((?:ap|afp|reuters|getty(?: images)?|epa|file)(?: file)? photo\b[^()]*\)"
    r"|/ ?(?:getty images|shutterstock)|photo by [^.]{3,40}/ ?(?:afp|reuters|ap))"
)
_CUT = (  # "[words indistinct]" is no junk: it stands for words inside a sentence
    r"(?:passages?|portions?|sentences?|paragraphs?|text)(?: \w+)? "
    r"(?:omitted|indistinct|missing|redacted|unclear)"
)
_RECORDING = (  # "begin recording" is no junk: it tells that somebody's words follow
    r"(?:end(?: of)? (?:recording|video|audio|video recording|text|excerpt)|continue[sd]?|to be continued)"
)
_RIGHTS = (
    r"(?:all rights reserved|copyright (?:©|\(c\)|\d{4})|©|\(c\) ?\d{4}|this material may not be"
    r"|may not be (?:published|reproduced|redistributed))"
)
_STAMP = r"(?:this story (?:is|was) from|last (?:updated|modified)(?: (?:on|at))?:?)"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_NAMES = r"(?-i:[A-Z])[\w.'’-]*(?:[ ]+(?:and[ ]+|(?-i:[A-Z])[\w.'’-]*,?[ ]*)){0,8}"
_FROM_START = r"(?:^|(?<=[.!?”\"’)]))\s*"  # where a line or a sentence begins

# One row for each shape: what the pattern matches in a line is junk of that kind. Letter case does not count.
RULES: tuple[tuple[JunkKind, str], ...] = (
    # ids of embedded players: nothing but ids in the line; closing tags of embedded posts
    (JunkKind.EMBED, rf"^\s*(?:(?:{_UUID}|\d{{9,}}|[0-9a-f]{{24,}})(?:\s+|$))+$"),
    (JunkKind.EMBED, r"</\w+>\.?(?=\s*$)"),
    # placeholders of what stood there: "video", "[image]", "Photo 3 of 7", "Play video"
    (
        JunkKind.MEDIA,
        rf"^\s*[\[(<]?\s*(?:(?:play|watch|view|listen to)(?: the)? )?{_MEDIA}(?: \d+(?: of \d+)?)?"
        r"\s*[\])>]?\s*[.:]?\s*$",
    ),
    (
        JunkKind.MEDIA,
        r"^\s*(?:watch|videos?|photos|photo gallery|gallery|listen|audio|in pictures|slideshow|interactive|infographic)"
        r"(?: (?:above|below))?\s?[:|]\s.{1,120}$",
    ),
    (JunkKind.MEDIA, r"^\s*(?:\W*advertisement\W*|(?:story|article) continues below.{0,40}|loading\W*)$"),
    # buttons and menus: a line of nothing but networks and actions; asks to follow, to like, to send
    (JunkKind.SHARE, rf"^\s*{_SHARE}(?:[\s|,/•·]+(?:(?:on|via|this|to|by)\s+)?{_SHARE})+\s*$"),
    (JunkKind.SHARE, rf"^\s*(?:share|tweet|print|{_NETWORK}|share (?:this|on|via)\b.{{0,40}})\s*:?\s*$"),
    (JunkKind.SHARE, r"^\s*(?:e-?mail|print) this (?:article|page|story)\s*$"),
    (JunkKind.SHARE, rf"{_FROM_START}follow (?:@\w+|\S+(?: \S+){{0,5}} on {_NETWORK})\b[^.]*\.?\s*$"),
    (JunkKind.SHARE, rf"{_FROM_START}like (?:us on {_NETWORK}|(?:the|our) page)\b[^.]{{0,30}}[.:]?\s*$"),
    (
        JunkKind.SHARE,
        r"^\s*send (?:us )?your (?:story ideas|stories|photos|pictures|videos|tips|comments)\b.{0,60}$",
    ),
    (
        JunkKind.SHARE,
        r"^\s*(?:\d[\d,.]*k? (?:comments?|shares?|views?|likes?|retweets?)|comments \(\d+\)"
        r"|(?:leave|post|add) a comment|log ?in(?: to comment)?|join the conversation"
        r"|skip to (?:main )?content|back to top)\s*$",
    ),
    (JunkKind.SHARE, r"^\s*home(?:\s?[>»/|]\s?[\w&' ]{2,40}){1,6}\s*$"),
    # asks for an address or money
    (JunkKind.SUBSCRIBE, rf"^\s*(?:please )?{_ASK}\b.{{0,160}}{_ASKED_FOR}\w*\b.{{0,60}}$"),
    # captions and credits of pictures that are not there
    (JunkKind.CAPTION, rf"^(?=.{{0,250}}?(?:^|[\s(\[]){_CREDIT}).{{1,380}}$"),
    (JunkKind.CAPTION, rf"^(?=.{{0,300}}?{_AGENCY_CREDIT}\s*\.?\s*$).+$"),
    (
        JunkKind.CAPTION,
        r"^\s*(?:(?:image|media) (?:copyright|caption)|photos? (?:by|courtesy)|video courtesy)\b.{2,160}$",
    ),
    (JunkKind.CAPTION, r"^\s*(?:.{0,60} via )?(?:getty(?: images)?|shutterstock|afp|ap photo|epa)\.?\s*$"),
    (JunkKind.CAPTION, r"^\s*(?-i:Source|SOURCE): .{2,60}$"),
    (JunkKind.CAPTION, r"^\s*file (?:photo|picture|image)?\s*[-–—:].{1,300}$"),
    # pointers to other pages, and addresses, also those that a tokeniser took apart
    (JunkKind.LINK, rf"^\s*{_POINTER}(?!\s*\w).{{0,160}}$"),
    # a list of headlines after "related stories" has no final mark; a sentence that opens so has one
    (JunkKind.LINK, rf"{_FROM_START}related (?:stor(?:y|ies)|articles?)(?!')[^.!?]{{0,1500}}$"),
    (JunkKind.LINK, rf"{_FROM_START}(?:read more|more)\s*:.{{0,300}}$"),
    (JunkKind.LINK, rf"{_FROM_START}click here\b[^.]{{0,120}}\.?(?=\s|$)"),
    (JunkKind.LINK, r"^\s*(?:online|on the (?:net|web)|tags|topics|keywords|filed under|categories)\s?:.{0,160}$"),
    (
        JunkKind.LINK,
        r"^\s*(?:you may also like|most (?:read|popular|viewed)|top stories|trending(?: now)?|latest news"
        r"|continue reading.{0,40}|more-in\b)\s*:?\s*$",
    ),
    (
        JunkKind.LINK,
        r"^\s*(?:for more information|to learn more|for more on)\b.{0,80}"
        r"\b(?:visit|go to|see|contact|call|click)\b.{1,120}$",
    ),
    (JunkKind.LINK, r"^\s*(?:https?|ftp)\s?:\s?/\s?/(?:\s?[\w~%@]+(?:\s?[-./_?&=#:+,;!~%]+)++)*(?:\s?[\w~%@]+)?\s*$"),
    (JunkKind.LINK, r"https?://[^\s<>\"”)]+[\w/]|^\s*www\.\S+\s*$|\bpic\.twitter\.com/\w+"),
    # the desk's own notes: cuts, end marks, credits of the staff, rights
    (JunkKind.NOTE, rf"{_FROM_START}\[(?:{_CUT}|{_RECORDING})\](?=\s|$)"),
    (JunkKind.NOTE, rf"{_FROM_START}(?:\((?:more|ends?)\)|-30-|#{{3,}}|\*{{3,}})\s*$"),
    (
        JunkKind.NOTE,
        r"\((?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written)"
        r" by [^()]{3,200}\)\.?",
    ),
    (
        JunkKind.NOTE,
        rf"{_FROM_START}(?:contributing|additional reporting(?: by)?|reporting by|editing by)\b"
        r"\s*:?\s[^.]{3,150}\.?\s*$",
    ),
    (
        JunkKind.NOTE,
        rf"{_FROM_START}[^.!?]{{3,160}}(?:\.\w[^.!?]{{1,80}})* contributed"
        r" (?:to this (?:report|story|article)|reporting)\.?\s*$",
    ),
    (JunkKind.NOTE, rf"{_FROM_START}this (?:article|story) (?:first|originally) appeared (?:in|on|at)\b.{{3,200}}$"),
    (JunkKind.NOTE, rf"{_FROM_START}this (?:article|story) appeared in\b.{{3,80}}\bedition\b.{{0,120}}$"),
    (JunkKind.NOTE, rf"{_FROM_START}{_RIGHTS}[^.]{{0,120}}(?:\.|$)"),
    (JunkKind.NOTE, rf"(?:(?<=[.!?])|(?<=[.!?] ))(?:-{{1,2}}(?-i:[A-Z]{{2,6}})|--{_NAMES})\.?\s*$"),
    (
        JunkKind.NOTE,
        rf"{_FROM_START}(?:reach|contact|e-?mail) (?:him|her|them|us|the (?:reporter|writer|author)|{_NAMES})"
        r"\s?(?:directly )?(?:at|on)\s.{0,60}@\S+\s*$",
    ),
    (JunkKind.NOTE, r"^\s*(?:media|press) (?:contacts?|enquiries|inquiries)\b.{0,200}$"),
    (JunkKind.NOTE, r"^\s*(?:information from: .{3,160}|\(h/t .{2,60}\))\s*$"),
    (JunkKind.NOTE, rf"^\s*{_NAMES}\s?reported from {_NAMES}\.?\s*$"),
    (
        JunkKind.NOTE,
        rf"{_FROM_START}(?:this is a developing story|check back (?:for|later)|stay tuned"
        r"|more (?:to come|to follow|soon))\b[^.]{0,80}\.?\s*$",
    ),
    (JunkKind.NOTE, r"^\s*(?:reprinted with permission|terms of (?:use|service)|privacy policy)\b.{0,120}$"),
    (JunkKind.NOTE, rf"^\s*By:? {_NAMES}(?:\s?\| ?{_NAMES})*\s?\d+ min(?:utes?)?(?: read)?\s*$"),
    # datelines that repeat what is known, and clock lines of a running story
    (JunkKind.DATELINE, rf"^(?=.*\b(?:19|20)\d\d\b).{{0,40}}?\b{_STAMP}\s.{{4,60}}$"),
    (JunkKind.DATELINE, r"^\s*\d{1,2}(?::\d\d)? [ap]\.m\.(?=\s+(?-i:[A-Z“\"])|\s*$)"),
    (JunkKind.DATELINE, r"\(all times (?:local|gmt|[a-z]{2,4})\)[.:]?(?:\s+\d{1,2}:\d\d [ap]\.m\.)?"),
)


@cache
def _compile_rules() -> tuple[tuple[JunkKind, re.Pattern[str]], ...]:
    """Compiled at the first report, so that the import of the package stays quick."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in RULES)


def find_junk(text: str) -> tuple[Junk, ...]:
    """The junk of a text in order, none overlapping another; each within one line."""
    found: list[Junk] = []
    seen: set[str] = set()
    before = ""
    at = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        skipped = max(0, len(line) - _LONGEST_LINE)
        if line in seen and _is_teaser(line) and before[-1:] in _LINE_ENDS:
            found.append(_junk_at(text, at, at + len(line), JunkKind.LINK))
        elif line:
            found += _find_in_line(text, line[skipped:], at + skipped)
        seen.add(line)
        before = line
        at += len(raw)
    return tuple(found)


def _is_teaser(line: str) -> bool:
    """True for a line that, told twice, is a headline that also stood as a link: some words and no final mark."""
    return 3 <= len(line.split()) <= _TEASER_WORDS and line[-1].isalnum()


def _find_in_line(text: str, line: str, at: int) -> list[Junk]:
    """Junk of one line; of overlapping finds the longer wins, then the earlier rule."""
    finds = [
        (match.start(), match.end(), kind) for kind, pattern in _compile_rules() for match in pattern.finditer(line)
    ]
    finds.sort(key=lambda find: find[0] - find[1])
    kept: list[Junk] = []
    for start, end, kind in finds:
        junk = _junk_at(text, at + start, at + end, kind)
        if junk.start < junk.end and not any(overlap(junk, other) for other in kept):
            kept.append(junk)
    return sorted(kept, key=lambda junk: junk.start)


def _junk_at(text: str, start: int, end: int, kind: JunkKind) -> Junk:
    span = span_of(text, start, end)
    return Junk(start=span.start, end=span.end, text=span.text, kind=kind)
