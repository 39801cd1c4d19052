"""Noun phrases that stand for counted persons: "at least six people", "a guard", "two of them", "Judge Ana Roe".

The word lists hold classes of nouns (who is a person, what is not), not cases; they were written by hand from
general English and completed while reading the train part of the gold reports.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from dragoman.grammar.numbers import find_numbers

_PERSONS = """man woman person child boy girl youth teen teenager infant baby toddler adult minor male female individual
gentleman lady mom mother father dad son daughter brother sister wife husband spouse cousin aunt uncle nephew
niece relative grandmother grandfather soldier trooper marine sailor pilot commander general colonel captain
sergeant lieutenant major constable inspector superintendent policeman policewoman officer deputy sheriff
guard guardsman bodyguard agent detective marshal militiaman fighter guerrilla rebel insurgent militant
jihadist terrorist attacker assailant gunman bomber sniper mercenary suspect criminal smuggler trafficker
robber gangster kidnapper hitman murderer hostage victim prisoner inmate detainee captive convict civilian
resident villager citizen national foreigner tourist migrant refugee pilgrim worshipper bystander shopper
passenger driver motorist pedestrian protester protestor demonstrator activist supporter striker student pupil
teacher professor graduate journalist reporter photographer cameraman correspondent editor nun priest bishop
missionary monk imam cleric pastor jesuit rabbi doctor nurse medic paramedic worker labourer laborer employee
colleague partner boss executive director businessman businesswoman trader farmer peasant fisherman miner
clerk technician engineer lawyer judge prosecutor magistrate politician lawmaker senator minister president
governor mayor councillor councilor ambassador diplomat official leader member chief head secretary spokesman
spokeswoman candidate volunteer peacekeeper observer firefighter fireman rescuer athlete player fan singer
actor owner neighbor neighbour friend associate accomplice cadet recruit reservist conscript veteran operator
supervisor manager mechanic adolescent woodcutter shepherd herder vendor hijacker defendant leftist subversive
extremist separatist dissident opponent follower king prince princess queen compatriot suspects troublemaker
american israeli palestinian iraqi afghan kurd syrian mexican colombian indian pakistani russian ukrainian
briton german turk co-worker settler looter rioter shooter student-leader policy-maker kingpin drug-dealer
dealer wrongdoer plotter"""
_IRREGULAR = (
    "men women people persons children police troops personnel policemen gunmen guardsmen servicemen"
    " servicewomen youths folk"
).split()
_THINGS = """
bomb explosion blast attack strike airstrike rocket missile shell bullet shot round gun rifle weapon grenade
mine vehicle car truck bus van motorcycle tank helicopter plane aircraft drone boat ship house home building
shop store school hospital church mosque bank office headquarters station post base camp checkpoint bridge
road street block city town village province region district country state area time occasion day week month
year hour minute second night morning decade century meter metre mile kilometer kilometre km foot acre dollar
euro pound peso rupee gallon barrel ton tonne kg kilogram percent point vote seat party group organization
organisation company unit battalion brigade division gang cell network embassy establishment business property
animal dog horse case charge count incident protest demonstration operation raid clash battle fire offensive
loss attempt page line item document letter bag stone bottle spot place site location part side front thing
number degree meeting session term sentence tower pylon door window pole plant factory war campaign warrant
set way motorcade residence patrol convoy column position trench people's kilo kilogramme gram gramme litre
liter ounce inch yard hectare television radio channel tablet pill plantation lawsuit complaint
investigation""".split()
_ODD_THINGS = frozenset(
    "explosives premises parties properties companies countries cities bodies embassies buses losses arms feet".split()
)
_BOUNDARY = frozenset(
    """who whom whose which that in on at by from during after before as when while and or but were was are is have
had has been being be for to with near inside outside over under including into off out then also later each
than if because since until against about this last early said says may might could would will can shall not
were't died die dying dead killed wounded injured hurt missing arrested detained kidnapped abducted captured
displaced evacuated dies kills killing wounding injuring left leaving lost lose went deaths arrests murders
killings kidnappings abductions injuries fatalities detentions casualties lives arrest kidnap take took taken
remain remained suffered seriously critically gravely slightly lightly fled perished""".split()
)
_ADJECTIVES = frozenset(
    """armed alleged suspected accused unidentified uniformed hooded masked retired unarmed so-called related
presumed wounded injured captured convicted detained kidnapped sacked hired self-proclaimed turkish-backed
backed-up naked advanced aged""".split()
)
_WORD = re.compile(r"[^\W_][\w'’.&;-]*(?:\s-\s\w+)*")
_GROUPS = frozenset(
    """members group crowd force forces army police troops government party state union embassy office headquarters
city town village province country bank church company team patrol convoy unit brigade battalion station base
network ring gang building house home plant school hospital community population people motorcade organization
organisation residents civilians those they them others many all some we command front movement council
ministry committee agency service department family couple pair public opposition media press navy militia
regime parliament court side enemy nation world guard it him her he she this that us nobody everyone victims""".split()
)
_CUT = re.compile(
    r"\s+(?:of|who|whom|whose|that|which|in|at|from|for|with|on|near|as|by|to|across|among|inside"
    r"|outside|arrested|killed|named|called|aged|after|during)\b|[,(;:]|\s+-{1,2}\s|\s\W*$"
)
_JOINED = re.compile(r"\s+(?:and|along\s+with|as\s+well\s+as)\s+(?=(?:his|her|their|an?|the|another)\s|[A-Z])")
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b", re.IGNORECASE
)
_DATED = re.compile(_MONTH.pattern + r"\.?\s*$", re.IGNORECASE)
_AGE = re.compile(r"\s*(?:[,.;)\n]|and\b|of\b|from\b|$)")
_LABEL = re.compile(
    (
        r"\b(?:channel|number|route|highway|flight|article|resolution|chapter|page|room|phase|camp|gate"
        r"|level|no\.)\s+$"
    ),
    re.IGNORECASE,
)
_PARENT = re.compile(r"\b(?:mother|father|parent|mom|mum|dad)s?\s+of\s+$", re.IGNORECASE)
_PEOPLES = re.compile(r"(?:[aeiou]an|ab|[qntl]i|kurd|turk|ite|ist|jew)s$")
_MARKED = re.compile(r"^(?:the|an?|another|one|his|her|their|its|our|this|that)\s+", re.IGNORECASE)
_ONE = re.compile(r"\b(?:(?:an?|another)\s+(?:(?:second|third|fourth|fifth)\b)?|one\s+)\s*(?=\W|\w)", re.IGNORECASE)
_OF = re.compile(
    (
        r"\s*(?:more\s+|others?\s+)?of\s+(?:them\b|whom\b|us\b|(?:(?:the|its|his|her|their|our|these"
        r"|those)\s+)?(?:\d+\s+)?)"
    ),
    re.IGNORECASE,
)


class Persons(Struct, frozen=True):
    """A group of persons told at [start, end): at least `low`, at most `high`. `told`: by a number word."""

    start: int
    end: int
    low: int | None
    high: int | None
    told: bool


def find_persons(text: str) -> tuple[Persons, ...]:
    """Groups of persons with a number word or "a", "an", "another" before them, in text order.

    A number with no noun after it ("six were hurt") counts as persons; one whose noun is a thing does not.
    """
    found = [
        group for q in find_numbers(text) if (group := _group_of(text, q.start, q.end, (q.low, q.high))) is not None
    ]
    taken = [(group.start, group.end) for group in found]
    for match in _ONE.finditer(text):
        head, end = _phrase_after(text, match.end())
        ordinal = match.group().rstrip().endswith(("second", "third", "fourth", "fifth")) and not _is_thing(head)
        if (ordinal or (head and _is_person(head))) and not any(a < end and match.start() < b for a, b in taken):
            found.append(Persons(match.start(), end, 1, 1, told=False))
    return tuple(sorted(found, key=lambda group: group.start))


def count_words(words: str) -> Persons | None:
    """How many persons a noun phrase stands for: its numbers added up, or 1 for a name or a single person, or None.

    None where the words tell no number ("protesters", "the army") or no person ("the embassy").
    """
    groups = find_persons(words)
    told = [group for group in groups if group.told]
    if told:
        return add_persons(told)
    parts = [(part, _count_one(part)) for part in _JOINED.split(words)]
    if any(count == 0 for _, count in parts):
        return Persons(0, len(words), 1, 1, told=False) if parts[0][1] and not parts[-1][1] and groups else None
    return Persons(0, len(words), len(parts), len(parts), told=False)


def is_marked(words: str) -> bool:
    """True where a noun phrase opens with an article or a possessive, so that it is no bare name."""
    return _MARKED.match(words) is not None


def _count_one(words: str) -> int:
    """1 where the words name one person, else 0."""
    marked = _MARKED.match(words)
    phrase = _CUT.split(words[marked.end() if marked else 0 :], maxsplit=1)[0]
    head = phrase.rpartition(" ")[2].strip("\"'.”")
    if (
        not head
        or head.lower() in _GROUPS
        or _is_thing(head)
        or (head.isupper() and len(head) > 1 and not phrase.isupper())
    ):
        return 0
    if _is_plural(head, named=marked is None and (not head.islower() or " " in phrase)):
        return 0
    if phrase.isupper() and " " not in phrase:
        return 0
    return int(_is_person(head) or not (marked and head.islower()))


def add_persons(groups: list[Persons]) -> Persons:
    """The groups taken together: ends that are open stay open."""
    low = None if all(g.low is None for g in groups) else sum(g.low or 0 for g in groups)
    high = None if any(g.high is None for g in groups) else sum(g.high or 0 for g in groups)
    return Persons(groups[0].start, groups[-1].end, low, high, told=any(g.told for g in groups))


def _group_of(text: str, start: int, end: int, bounds: tuple[int | None, int | None]) -> Persons | None:
    before = text[max(0, start - 16) : start]
    if (
        bounds == (0, 0)
        or _LABEL.search(before)
        or _PARENT.search(before)
        or _MONTH.match(text[end : end + 14].lstrip())
        or _DATED.search(before)
    ):
        return None
    of = _OF.match(text, end)
    if of:
        end = of.end()
    head, stop = _phrase_after(text, end)
    if head and _is_thing(head):
        return None
    bare = not head and of is None
    if bare and (_is_age(text, start, end) or re.fullmatch(r"(?:19|20)\d\d", text[start:end])):
        return None
    return Persons(start, max(end, stop), *bounds, told=True)


def _is_age(text: str, start: int, end: int) -> bool:
    """A bare figure between commas after a name, or on a line of its own: "Ana Roe, 24, was hurt"."""
    line_before, line_after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    if text[start:end].isdigit() and line_before[-1:] in ("", "\n") and line_after.startswith("\n"):
        return True
    return (
        text[start:end].isdigit()
        and text[max(0, start - 16) : start].rstrip().endswith((",", " and", " both"))
        and _AGE.match(text, end) is not None
    )


def _phrase_after(text: str, start: int) -> tuple[str, int]:
    """The head noun of the phrase that goes on at `start`, and where the phrase ends; "" where none goes on."""
    head, end = "", start
    for match in _WORD.finditer(text, start, min(len(text), start + 90)):
        gap, word = text[end : match.start()], match.group().rstrip(".").lower()
        if gap.strip(" \n\t") not in ("", '"', "'") or "  " in gap[:1] or word in _BOUNDARY - _ADJECTIVES:
            break
        if word in _ADJECTIVES and _ends_phrase(text, match.end()):
            break
        if (word.endswith(("ed", "ing")) and word not in _ADJECTIVES and head) or word == "of":
            break
        head, end = match.group().rstrip("."), match.end()
        if match.group().endswith(".") and len(head) > 3:
            break
    return head, end


def _ends_phrase(text: str, at: int) -> bool:
    after = _WORD.match(text, at + 1) if at + 1 < len(text) else None
    return after is None or after.group().lower() in _BOUNDARY or after.group().lower() == "of"


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    singular = frozenset(_PERSONS.split())
    things = frozenset(_THINGS)
    return singular, things | {thing + "s" for thing in things} | _ODD_THINGS


def _is_person(noun: str) -> bool:
    noun = noun.lower().rpartition(" ")[2].removeprefix("ex-")
    singular, _ = _nouns()
    return noun in singular or noun.rpartition("-")[2] in singular or noun.endswith(("man", "woman", "-old", "grader"))


def _is_thing(noun: str) -> bool:
    return noun.lower() in _nouns()[1]


def _is_plural(noun: str, *, named: bool) -> bool:
    low = noun.lower()
    if named and _PEOPLES.search(low):
        return True
    return (
        low in _IRREGULAR
        or (low.endswith("s") and low[:-1] in _nouns()[0])
        or (not named and low.endswith("s") and not low.endswith("ss"))
    )
