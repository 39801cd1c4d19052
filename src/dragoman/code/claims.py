"""What the rules for conflicts compare of a statement: its source, its content words, its events, its negation.

A claim here is any statement with a content; a denial is one that says no to what another says, whatever stance it
was given: the cue, a verdict ("a forgery") or the first words of the content ("no such plan") tell it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from dragoman.records import Event, Report, Statement
from dragoman.terms import Stance
from dragoman.text import contains, within_any

STEM = 5  # letters that make a stem: "withdrawal" and "withdrawn" are one word
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    """the and that this with from for was were are has have had not been being will would could should may might
    its their his her they them who whom which what when where while than then there here but any all some such
    also into over about after before under between against because said says say told tell according regarding
    you your our out one two can did does done very more most other another only both each these those she him
    statement reports report news never nobody nothing none""".split()
)
# Stems of one and the same act, each as its first: "departure" and "leaving" tell of one thing.
_SAME_ACT = {
    stem: acts[0]
    for acts in (
        ("leave", "leavi", "depar", "withd", "pullo", "pulli", "exit"),
        ("attac", "strik", "raid", "bomba", "bombi", "offen", "ambus"),
        ("kill", "kille", "killi", "death", "dead", "died", "murde", "slain", "shot", "shoot"),
        ("arres", "detai", "deten", "custo"),
        ("agree", "deal", "accor", "pact"),
        ("truce", "cease"),
        ("talks", "negot"),
        ("resig", "steps", "stepp"),
        ("invol", "role", "respo"),
    )
    for stem in acts
}
_DENIAL_CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut|rebut|dismiss|disput|reject|disown|disavow|contradict|rul(?:ed|es|ing)\s+out"
    r"|debunk|repudiat|threw\s+back|threw\s+out|scoff)",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\b(?:neither|nor|not|never|n['’]t)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_LEAVES_OPEN = re.compile(r"\bconfirm|\bdoubt|\bquestion|\bverif", re.IGNORECASE)  # in a cue, whatever the stance
_CALLS = re.compile(r"call|describ|dismiss|brand|label|reject|denounc|term|deem", re.IGNORECASE)
# A verdict on what another says: it is not so. With a cue of calling, or as the whole of what is said.
VERDICT = re.compile(
    r"\b(?:false(?:hoods?)?|fake[ds]?|forg(?:ery|eries|ed)|fabricat(?:ed|ions?)|baseless|unfounded|untrue|hoax(?:es)?|nonsense"
    r"|(?:an?|pure|filthy|all|outright)\s+lies?|slanders?|apocryphal|fantas(?:y|ies)|invent(?:ed|ions?)|fiction|delirium|incorrect|bogus|absurd|groundless"
    r"|imaginary|imagination|pure\s+propaganda|insult|not\s+(?:real|true|authentic|genuine)|illusion)\b",
    re.IGNORECASE,
)
# First words that say no: "no decision was taken", "there is no such plan", "nobody closed", "we have not sent".
_SAYS_NO = re.compile(
    r"\W*(?:that\W+)?(?:(?:there\s+(?:is|are|was|were|ha[sd]|have)(?:\s+been)?\W+)?no\s+(?!(?:less|more|fewer|doubt|longer)\b)"
    r"|there\s+(?:is|are|was|were)\s+none|not\s+a\s+(?:single\s+)?|none\s+of|nobody|no\s?-?one|nothing|never)",
    re.IGNORECASE,
)
# A "not" near the start of a short content: "its soldiers did not fire", "he had nothing to do with it". Of contents
# of any length it makes 42 pairs of gold/train where 38 are made now, and none more is right.
_SAYS_NOT = re.compile(
    r"\W*(?:that\W+)?(?:[^\W\d_][\w'’-]*\W+){1,6}?"
    r"(?:(?:is|are|was|were|do|does|did|has|have|had)\s*(?:n['’]t|\s+not|\s+never|\s+no)\b|never\b"
    r"|(?:had|has|have)\s+nothing|(?:received|signed|sent|took)\s+(?:nothing|no)\b)",
    re.IGNORECASE,
)
_ANSWER = 8  # words of a content in which a "not" makes a denial
# Words of a source that tell what somebody is, not who; and the heads of bodies of which a country has several.
_ROLES = frozenset(
    """spokesman spokeswoman spokesperson spokesmen minister president official officials source sources leader chief
    director secretary commander lawyer expert experts""".split()
)
_BODIES = frozenset("minis army gover force agenc party counc newsp daily offic".split())
_FEW = 10  # words of a verdict
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i)\b", re.IGNORECASE)


class Claim:
    """A statement with what the rules compare: its source, its content words, its events."""

    def __init__(self, report: Report, statement: Statement, events: Sequence[Event], source: str | None) -> None:
        self.statement = statement
        self.id = statement.id
        self.stance = statement.stance
        self.cue = statement.cue.text
        self.content = " … ".join(span.text for span in statement.content)
        self.events = [event for event in events if statement.id in event.said_by[:1]]
        self.told = [
            event for event in events
            if event in self.events or any(within_any(statement.content, trigger) for trigger in event.triggers)
        ]  # fmt: skip
        self.source = find_stems(source or "")
        self.last_name = _last_stem(source or "")
        self.source_words = statement.source.text if statement.source else source or "an unnamed source"
        self.start = min(span.start for span in (statement.cue, *statement.content))
        self.end = max(span.end for span in (statement.cue, *statement.content))
        self.size = sum(span.end - span.start for span in statement.content)
        self.sentence = next((s for s in report.sentences if s.start <= statement.cue.start < s.end), None)
        self._text = report.text

    @cached_property
    def refuses(self) -> bool:
        """True where the cue itself denies: "denied", "ruled out", but neither "did not rule out" nor "nor denied"."""
        before = self._text[max(0, self.statement.cue.start - 40) : self.statement.cue.start]
        cue = _DENIAL_CUE.search(self.cue)
        return cue is not None and not _NO_DENIAL.search(f"{before}{self.cue[: cue.start()]}")

    @cached_property
    def denies(self) -> bool:
        """True for a plain denial: by its stance, its cue, a verdict, or words that say no or (if short) not."""
        if _LEAVES_OPEN.search(self.cue):
            return False
        if self.stance is Stance.DENY or self.refuses:
            return True
        short = len(self.content.split()) <= _ANSWER
        says_no = _SAYS_NO.match(self.content) or (short and _SAYS_NOT.match(self.content))
        return self._settles and (self.verdict or bool(says_no))

    @cached_property
    def verdict(self) -> bool:
        """True where the content calls something false, in few words or after a cue of calling."""
        few = len(self.content.split()) <= _FEW or _CALLS.search(self.cue) is not None
        return few and VERDICT.search(self.content) is not None

    @property
    def _settles(self) -> bool:
        """False for a doubt or a question: they leave open what they ask."""
        asks = self.content.rstrip(" \"'”’").endswith("?")
        return self.stance is not Stance.DOUBT and not _LEAVES_OPEN.search(self.cue) and not asks

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return find_stems(self.content)

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of the sentence that carries the cue, and of the medium: what may be called by its kind later."""
        sentence = self._text[self.sentence.start : self.sentence.end] if self.sentence else self.cue
        medium = self.statement.medium.text if self.statement.medium else ""
        return find_stems(f"{sentence} {medium}")

    def relays(self, other: Claim) -> bool:
        """True where this statement passes the other one on: by `via`, or the other's content lies in this one's."""
        if other.statement.via == self.id:
            return True
        within = all(any(contains(a, b) for a in self.statement.content) for b in other.statement.content)
        return within and other.size < self.size

    def passes_on(self, other: Claim) -> bool:
        """True where this one relays the other; where both were given the same words, the later cue is the origin's."""
        same = self.statement.content == other.statement.content
        return self.relays(other) or (same and self.statement.cue.start < other.statement.cue.start)

    def shares(self, other: Claim) -> bool:
        """True where the two contents overlap in more than half of the shorter one."""
        common = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start))
            for a in self.statement.content for b in other.statement.content
        )  # fmt: skip
        return 2 * common > min(self.size, other.size)


def read_claims(report: Report, statements: Sequence[Statement], events: Sequence[Event]) -> list[Claim]:
    """The statements with a content as claims, in the order of the text.

    A hidden source that stands beside the cue as a pronoun ("he said") is the last one named before it.
    """
    found: list[Claim] = []
    named: str | None = None
    for statement in sorted((item for item in statements if item.content), key=lambda item: item.cue.start):
        source = statement.source.text if statement.source else None
        if source is None and named and _PRONOUN.search(_beside(report.text, statement)):
            source = named
        found.append(Claim(report, statement, events, source))
        named = source or named
    return sorted(found, key=lambda claim: claim.start)


def _beside(text: str, statement: Statement) -> str:
    """The word before a cue and the word after it, in the same clause."""
    before = re.split(r"[.;:!?\n]", text[max(0, statement.cue.start - 12) : statement.cue.start])[-1]
    after = re.split(r"[.;:!?\n]", text[statement.cue.end : statement.cue.end + 6])[0]
    return f"{' '.join(before.split()[-2:])} {' '.join(after.split()[:1])}"


def same_source(left: Claim, right: Claim) -> bool:
    """True where both are the same one's words: the last word of one name stands in the other. Unnamed ones differ."""
    if not left.source or not right.source:
        return False
    rest, rest2 = left.source - _BODIES, right.source - _BODIES
    if left.last_name == right.last_name and left.last_name in _BODIES and rest and rest2 and not rest & rest2:
        return False
    return left.last_name in right.source or right.last_name in left.source


def find_stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to a stem, words for one act alike."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP)


def list_words(text: str, stems: frozenset[str]) -> str:
    """The words of a text that have one of the stems, sorted, with commas."""
    words = {word for word in _WORD.findall(text.lower()) if word not in _STOP}
    return ", ".join(sorted(word for word in words if _stem(word) in stems))


def _stem(word: str) -> str:
    return _SAME_ACT.get(word[:STEM], word[:STEM])


def _last_stem(name: str) -> str:
    """The stem of the last content word of a name: "Colonel Ana Ruiz" and "Ruiz" have one."""
    words = [word for word in _WORD.findall(name.lower()) if word not in _STOP]
    names = [word for word in words if word not in _ROLES]
    return _stem((names or words)[-1]) if words else ""
