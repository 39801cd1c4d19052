"""Words of harm, and the small words that tie them to the persons they befall, as patterns.

Classes of words, not cases: each kind of figure has the verbs and nouns that say what befell the persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.terms import CountKind, EventType

_BY_FORCE = "shot|beaten|stabbed|hacked|clubbed|burned|burnt|beat|gunned|stoned|kicked|crushed"
_HARM_WORDS = {
    CountKind.KILLED: (
        rf"(?:{_BY_FORCE})\s+(?:and\s+killed|dead|to\s+death)|loss\s+of|(?:assassins|killers|murderers)\s+of"
        rf"|kill(?:s|ed|ing|ings)?|slay(?:s|ing|ings)?|slew|slain|murder(?:s|ed|ing)?|assassinat(?:e|es|ed"
        rf"|ing|ions?)|die[sd]?|dying"
        r"|dead|deaths?|fatalit(?:y|ies)|execut(?:ed|es|ing)|behead(?:ed|s|ing)|massacre[ds]?|massacring"
        r"|martyred|perish(?:ed)?|slaughter(?:ed)?"
        r"|fatally\s+(?:shot|stabbed|struck|wounded|injured)|lives|lost\s+(?:his|her|their)\s+li(?:fe|ves)"
    ),
    CountKind.INJURED: r"injur(?:e|es|ed|ing|y|ies)|wound(?:s|ed|ing)?|hurt|maimed",
    CountKind.ABDUCTED: (
        r"kidnap(?:s|ped|ping|pings)?|abduct(?:s|ed|ing|ions?)?|hostages?|captur(?:e|es|ed|ing)|seized"
        r"|disappeared|took\s+away"
    ),
    CountKind.ARRESTED: (
        r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|detentions?|captur(?:e|es|ed|ing)|apprehend(?:s|ed|ing)?"
        r"|custody|jailed|jail|prison"
        r"|imprison(?:ed|ing)|held|nab(?:s|bed)?|rounded\s+up|picked\s+up|handcuffed|seized"
    ),
    CountKind.DISPLACED: r"displac(?:e|es|ed|ing)|evacuat(?:e|es|ed|ing)|deport(?:s|ed|ing)?|fled|flee|fleeing",
}
HARM = {
    kind: re.compile(
        (
            rf"(?<![\w-])(?<!attempted )(?<!prior )(?<!previous )(?<!nearly )(?:{words})\b(?!-|\s+(?:attempts?"
            rf"|bids?|squads?|trials?|threats?|penalty|rates?|warrants?|toll))"
        ),
        re.IGNORECASE,
    )
    for kind, words in _HARM_WORDS.items()
}
PASSIVE = re.compile(
    (
        r"\b(?:was|were|been|be|being|is|are|'s|get|got|gets|remain(?:s|ed)?|left|reported|found|shot|beaten"
        r"|stabbed|burn(?:ed|t)|pronounced|hacked|clubbed)"
        r"(?:\s+(?:\w+ly|also|both|all|still|not|then|under|in|into|among|to|shot\s+and|and|or|taken|killed|dead))*\s*$"
    ),
    re.IGNORECASE,
)
BEFORE_OBJECT = re.compile(
    (
        r"\s*(?:and\s+\w+(?:ing|ed)\s+)?(?:or\s+\w+ing\s+)?(?:of\s+|to\s+|the\s+lives\s+of\s+"
        r"|under\s+\w+\s+)?(?:(?:the|these|those|his|her|its|their|all|as)\s+)?"
        r"(?:(?:other|another|former|local|yesterday|today|suspected|prominent|additional|further|also)\s+)*\"?"
    ),
    re.IGNORECASE,
)
JOINED = re.compile(
    (
        r"\s*(?:\([^)]*\)\s*)?(?:,|;|and|as well as|along with|together with|plus|or|including)(?:\s*(?:,"
        r"|and|also|the|another|his|her|their))*\s*"
    ),
    re.IGNORECASE,
)
_HURT = r"casualt(?:y|ies)|victims?|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|arrests?"
NONE = re.compile(
    r"\b(?:no|without(?:\s+any)?|not\s+(?:\w+\s+){1,3}any)\s+"
    r"(?:(?:other|human|personal|serious|reported|immediate|reports\s+of|word\s+on)\s+)*"
    rf"(?P<what>{_HURT})\b(?!\s+(?:figures?|toll|count|report))(?:\s+(?:or|nor|and)\s+(?P<also>{_HURT})\b)?"
    r"|\b(?:no\s*-?one|nobody|no\s+(?:people|person|civilians|soldiers|officers|suspects))(?:\s+\w+)?"
    r"(?:\s+(?:was|were|has|have|is)|['’]s)\s*(?:been\s+)?(?:\w+ly\s+)?"
    r"(?P<who>killed|injured|hurt|wounded|harmed|arrested|detained|taken\s+into\s+custody)\b",
    re.IGNORECASE,
)
PERIOD = re.compile(  # words of another time than the event's, or of a time that holds many events
    r"\b(?:so far|since|this year|(?:over|in) the (?:past|last)|during|in recent"
    r"|in (?:\w+ )?(?:weeks|months|years|decades)|overall|altogether|years ago|in \d{4}|earlier|previous)\b",
    re.IGNORECASE,
)
PART_OF = re.compile(r"\b(?:including|among\s+(?:them|whom))\b", re.IGNORECASE)
CLOSE = re.compile(
    (
        r"\W*(?:(?:people|persons|others|more|reported|confirmed|critically|seriously|badly|slightly|lightly"
        r"|gravely|and|or|of|dead|killed|wounded|injured)\W+)*"
    ),
    re.IGNORECASE,
)
NOUNS = frozenset(
    (
        "dead hurt slain deaths fatalities arrest arrests detentions injuries killings murders kidnappings"
        " lives abductions hostages"
    ).split()
)
TOGETHER_WITH = re.compile(r"\s*,?\s*(?:(?:along|together)\s+)?with\s+", re.IGNORECASE)
_KINDS = {
    EventType.ASSAULT: (CountKind.KILLED, CountKind.INJURED, CountKind.ABDUCTED, CountKind.DISPLACED),
    EventType.COERCE: (CountKind.ARRESTED, CountKind.DISPLACED),
    EventType.PROTEST: (CountKind.KILLED, CountKind.INJURED),
    EventType.AID: (CountKind.DISPLACED,),
}


_SURE = {  # words of a trigger that tell the mode, whatever modes are given
    CountKind.ABDUCTED: re.compile(r"kidnapped|abducted|hostage", re.IGNORECASE),
    CountKind.DISPLACED: re.compile(r"deport|displac|evacuat", re.IGNORECASE),
    CountKind.ARRESTED: re.compile(
        r"arrest|detain|custody|apprehend|captur|\bnab|jail|imprison|\bheld\b", re.IGNORECASE
    ),
}
_MODE = {CountKind.ABDUCTED: "abduct", CountKind.DISPLACED: "deport", CountKind.ARRESTED: "arrest"}


def kinds_of(type: EventType, modes: Sequence[str], triggers: Sequence[str] = ()) -> tuple[CountKind, ...]:
    """The kinds of figure that an event can have, in the order of the codebook.

    Those of its type; one that hangs on a mode needs the mode, or a trigger whose words tell as much. An event
    of COERCE with other modes than `arrest` counts no arrests, whatever its triggers say.
    """

    def fits(kind: CountKind) -> bool:
        mode = _MODE.get(kind)
        if mode is None or mode in modes or (kind is CountKind.DISPLACED and type is not EventType.COERCE):
            return True
        if kind is CountKind.ARRESTED and modes:
            return False
        return any(_SURE[kind].search(trigger) for trigger in triggers)

    return tuple(kind for kind in _KINDS.get(type, ()) if fits(kind))
