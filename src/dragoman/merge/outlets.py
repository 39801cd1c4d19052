"""Outlets in a text: whether a report says that it has its news from one, or that its own people were there."""

from __future__ import annotations

import re

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SHORTEST = 4  # letters of an outlet's name that is looked for
_AGENCIES = re.compile(
    r"[(–—]\s*(?:with )?(?:news )?agencies\b|\b(?:news agencies|agency|wire) (?:reports?|reported|said|say)\b"
    r"|\baccording to (?:news )?agencies\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\b(?:press|agency|agence|wire|newswire)\b", re.IGNORECASE)
_OWN_EYES = re.compile(
    r"\b(?:our (?:own )?(?:reporters?|correspondents?|photographers?|team)|when we (?:reached|arrived|got)"
    r"|we (?:saw|counted)|this (?:news)?paper['’]s (?:reporter|correspondent))",
    re.IGNORECASE,
)
_STAFF = r"(?:reporters?|correspondents?|photographers?|journalists?)"
_SEES = r"(?:saw|seen|counted|visited|watched|reached|found|verified|examined|photographed|witnessed)"
_BEFORE = (
    r"(?:according to|cit(?:ing|ed by)|quot(?:ing|ed by)|told|given to|spoke to|speaking (?:to|with)|interview with"
    r"|(?:reported|carried|published|obtained|seen|run|broadcast|aired) (?:by|in|on)|reports? (?:by|in|from|of)"
    r"|copy (?:by|from)) (?:[\w-]+ ){0,3}?"
)
_BEHIND = (
    r"(?:['’]s)?(?:,[^,.]{0,40},)? (?:has |had |have |also |first |news |agency |correspondents? |reporters? )*"
    r"(?:report|said|says|quot|cit|wrote|writes|learn|publish|show|carr|put|was told|were told|count|tally|figure)"
)


def is_named(outlet: str, text: str) -> bool:
    """Whether a text has the name of an outlet, with or without its article, as whole words."""
    name = _name_of(outlet)
    return name is not None and re.search(rf"\b{name}\b", text) is not None


def is_credited(outlet: str, text: str) -> bool:
    """Whether words of credit stand with the outlet's name: "(Globe Press)", "according to", "reported"."""
    name = _name_of(outlet)
    if name is None:
        return False
    line = rf"[(–—-]\s*(?:with )?{name}\s*[)–—-]"
    return re.search(rf"{line}|\b{_BEFORE}{name}\b|\b{name}{_BEHIND}", text) is not None


def is_own(outlet: str, medium: str) -> bool:
    """Whether words of a medium mean the report's own outlet: by its name, or "the Mail" for the Evening Mail."""
    short = re.escape(outlet.split()[-1])
    return is_named(outlet, medium) or re.search(rf"\bthe {short}\b(?! [A-Z])", medium) is not None


def saw_itself(outlet: str | None, text: str) -> bool:
    """Whether the outlet's own people were there ("a reporter for the Ledger saw", "when we reached")."""
    if _OWN_EYES.search(text):
        return True
    name = _name_of(outlet or "")
    if name is None:
        return False
    own = rf"\b{_STAFF} (?:for|of|from|with) (?:the )?{name}\b|\b{name}(?: {_STAFF})? {_SEES}\b"
    return re.search(own, text) is not None


def credits_agencies(text: str) -> bool:
    """Whether a text says that its news is from agencies, without a name: "(Agencies)"."""
    return _AGENCIES.search(text) is not None


def is_agency(outlet: str) -> bool:
    """Whether an outlet's name is that of an agency: "Globe Press", "Transcontinental Wire"."""
    return _AGENCY.search(outlet) is not None


def _name_of(outlet: str) -> str | None:
    """The name as a pattern, without its article; None for one too short to be told from other words."""
    name = ARTICLE.sub("", outlet)
    return re.escape(name) if len(name) >= _SHORTEST else None
