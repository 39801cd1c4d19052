"""Made-up incidents, and the reports of them by several outlets, from a seed: always the same ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from bench.made import words
from bench.made.kinds import KINDS, Kind

_FIRST = date(2014, 1, 1)
_DAYS = 1500
_LAGS = (0, 0, 0, 1, 1, 1, 2, 3, 4, 7, 365)  # days between an incident and a report
_REVIEW = 60  # days from which a report looks back
_MARK = re.compile(r"\[\[(.+?)\]\]")
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


class Incident(Struct, frozen=True):
    """What happened in the made-up world: `name` is its truth, the rest fills the slots of its sentences."""

    name: str
    kind: Kind
    day: date
    city: tuple[str, ...]
    venue: tuple[str, ...]
    group: str
    person: str
    people: str
    killed: int
    other: int


class Mention(Struct, frozen=True):
    """Where a report tells of an incident."""

    incident: str
    start: int
    end: int


class Story(Struct, frozen=True):
    """A made-up report and where it tells of which incident."""

    id: str
    title: str
    publisher: str
    published: str
    text: str
    mentions: tuple[Mention, ...]


class _Task(Struct, frozen=True):
    """One incident to be reported: what else may be recalled, the agency at hand, the sentences that were used."""

    incident: Incident
    others: list[Incident]
    agency: str
    told: list[str]


class _Scene(Struct, frozen=True):
    """When a report is written, which share of the dead is known by then, and the dice."""

    published: date
    stage: float
    dice: random.Random


def make_stories(n_incidents: int, seed: int) -> Iterator[Story]:
    """The reports of so many incidents; half of these have a look-alike: same city or group, days apart."""
    dice = random.Random(seed)  # noqa: S311 - a made-up world is no secret
    incidents = _make_incidents(n_incidents, dice)
    by_city: dict[str, list[Incident]] = {}
    for incident in incidents:
        by_city.setdefault(incident.city[0], []).append(incident)
    number = 0
    for incident in incidents:
        agency = dice.choice(words.AGENCIES)
        told: list[str] = []
        for _ in range(dice.choice((1, 2, 3, 3, 4, 5))):
            number += 1
            others = [o for o in by_city[incident.city[0]] if o is not incident]
            yield _write_story(f"m{number:05d}", _Task(incident, others or incidents, agency, told), dice)


def make_incidents(n_incidents: int, seed: int) -> list[Incident]:
    """The incidents that `make_stories` tells of with the same arguments."""
    return _make_incidents(n_incidents, random.Random(seed))  # noqa: S311 - a made-up world is no secret


def _make_incidents(count: int, dice: random.Random) -> list[Incident]:
    made: list[Incident] = []
    while len(made) < count:
        twin = dice.choice(made) if made and dice.random() < 0.5 else None
        kind = twin.kind if twin and dice.random() < 0.7 else dice.choice(KINDS)
        day = (
            twin.day + timedelta(days=dice.choice((2, 3, 5, 8, 13, 30, 90)))
            if twin
            else _FIRST + timedelta(days=dice.randrange(_DAYS))
        )
        killed = dice.choice((2, 3, 4, 5, 6, 7, 9, 11, 12, 14, 18, 21, 26, 33, 45, 60))
        made.append(Incident(
            name=f"i{len(made)}", kind=kind, day=day, city=twin.city if twin else dice.choice(words.CITIES),
            venue=dice.choice(words.VENUES),
            group=twin.group if twin and dice.random() < 0.6 else dice.choice(words.GROUPS),
            person=dice.choice(words.PERSONS), people=dice.choice(words.PEOPLE), killed=killed,
            other=killed * dice.choice((1, 2, 3)) + dice.randrange(5),
        ))  # fmt: skip
    return made


def _write_story(id: str, task: _Task, dice: random.Random) -> Story:
    incident = task.incident
    lag = dice.choice(_LAGS)
    published = incident.day + timedelta(days=lag)
    told = _Scene(published, 1.0 if lag > 1 else dice.choice((0.5, 0.8, 1.0, 1.0)), dice)
    parts: list[tuple[str, Incident | None]] = [(_fill(_choose_sentence(task, lag, dice), incident, told), incident)]
    parts += [(line, None) for line in dice.sample(words.FILLERS, dice.choice((1, 2, 3)))]
    if dice.random() < 0.5:
        official = dice.choice(words.OFFICIALS)
        parts.insert(1, (f"{task.agency} quoted {official} as saying that {incident.city[0]} was calm again.", None))
    if dice.random() < 0.4:
        group = incident.group[:1].upper() + incident.group[1:]
        parts.append((f"Nobody has claimed it. {group} denied any part in it.", None))
    recalled = [other for other in task.others if other.day < incident.day]
    if recalled and dice.random() < 0.6:
        other = dice.choice(recalled)
        parts.insert(dice.randrange(1, len(parts) + 1), (_fill(dice.choice(other.kind.past), other, told), other))
    if dice.random() < 0.3:
        parts.append((dice.choice(words.JUNK), None))
    title = _fill(dice.choice(incident.kind.titles), incident, told)
    publisher = task.agency if dice.random() < 0.3 else dice.choice(words.OUTLETS)
    text, mentions = _join(parts, dice)
    return Story(id, title, publisher, published.isoformat(), text, mentions)


def _choose_sentence(task: _Task, lag: int, dice: random.Random) -> str:
    """A sentence that no report of this incident has had yet, as long as there is one."""
    kind = task.incident.kind
    choice = kind.past if lag > _REVIEW else kind.lead if lag < 3 or dice.random() < 0.5 else kind.later
    fresh = [sentence for sentence in choice if sentence not in task.told] or list(choice)
    task.told.append(dice.choice(fresh))
    return task.told[-1]


def _join(parts: list[tuple[str, Incident | None]], dice: random.Random) -> tuple[str, tuple[Mention, ...]]:
    """The sentences as one text; the first marked stretch of each is the mention."""
    text, mentions = "", []
    for sentence, incident in parts:
        mark = _MARK.search(sentence)
        if incident is not None and mark:
            start = len(text) + mark.start()
            mentions.append(Mention(incident.name, start, start + len(mark.group(1))))
        text += _MARK.sub(r"\1", sentence) + dice.choice((" ", " ", "\n\n"))
    return text.rstrip(), tuple(mentions)


def _fill(sentence: str, incident: Incident, scene: _Scene) -> str:
    dice, lag = scene.dice, (scene.published - incident.day).days
    killed = max(1, round(incident.killed * scene.stage))
    city, country, adjective = incident.city
    where = dice.choice(
        (
            incident.venue[0],
            incident.venue[1],
            f"{incident.venue[0]} in {city}",
            f"{incident.venue[1]} in {city}",
            f"the {incident.venue[2]}",
        )
    )
    slots = {
        "city": city, "country": country, "adj": adjective, "where": where, "venue": incident.venue[0],
        "group": incident.group, "person": incident.person, "people": incident.people,
        "n": _spell(killed), "m": _spell(incident.other), "official": dice.choice(words.OFFICIALS),
        "when": _tell_when(incident.day, lag, dice), "ago": _tell_ago(incident.day, lag),
        "past": _tell_past(incident.day, lag),
    }  # fmt: skip
    slots |= {key[:1].upper() + key[1:]: value[:1].upper() + value[1:] for key, value in slots.items()}
    if incident.kind.kills and "{city}" not in sentence and city not in where and dice.random() < 0.7:
        sentence = sentence.replace("{when}", "in {city} {when}")
    filled = sentence.format(**slots)
    return filled[:1].upper() + filled[1:]


def _spell(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _tell_when(day: date, lag: int, dice: random.Random) -> str:
    if lag == 0 and dice.random() < 0.3:
        return dice.choice(("today", "this morning"))
    if lag == 1 and dice.random() < 0.3:
        return "yesterday"
    if lag < 6:
        return dice.choice((f"on {day:%A}", f"on {day:%A}", f"on {day.day} {day:%B}", "", f"late on {day:%A}"))
    return dice.choice((f"on {day.day} {day:%B}", f"last {day:%A}" if lag < 8 else f"in {day:%B}"))


def _tell_ago(day: date, lag: int) -> str:
    return f"{day:%A}'s" if lag < 6 else f"the {day:%B} {day.day}"


def _tell_past(day: date, lag: int) -> str:
    if lag < 8:
        return f"on {day:%A}" if lag < 6 else "a week ago"
    if lag < 25:
        return f"on {day.day} {day:%B}"
    return f"in {day:%B} {day.year}" if lag > 200 else f"in {day:%B}"
