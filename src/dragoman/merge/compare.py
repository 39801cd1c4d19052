"""How alike two tellings are: each clue is a number from -1 to 1 that a reason in words goes with (see `reasons`).

A clue that cannot be told (no date, no place) is 0: absence speaks neither for nor against.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.merge.tellings import Spot, Telling
from dragoman.merge.words import Rarity, alike, cosine
from dragoman.records import Count
from dragoman.terms import CountKind, EventType

EARTH_KM = 6371.0088
NEAR_KM = 30.0  # one town with its outskirts
_FAR_KM = 3000.0
_SAME_WORDS = 0.5  # share of words from which two places may be one that the index put wrong
_RARE = 8.0  # rarity of a stem that one text in three thousand has
_FAR_DAYS = 64.0
_LONG_NEWS = 30.0  # days over which reports of one incident follow each other
_SURE_KILLED = 3  # smaller tolls are equal too often to tell anything

# Types that one occurrence is told as by different reports: the deed and its announcement, or two sides of it.
CLOSE_TYPES = tuple(
    frozenset(map(EventType, pair.split()))
    for pair in (
        "ASSAULT COERCE", "ASSAULT MOBILIZE", "ASSAULT PROTEST", "COERCE SANCTION", "ACCUSE SANCTION", "ACCUSE COERCE",
        "AGREE CONSULT", "AGREE SUPPORT", "AGREE CONCEDE", "AGREE COOPERATE", "AGREE AID", "CONCEDE RETREAT",
        "CONCEDE AGREE", "RETREAT AGREE", "RETREAT SANCTION", "RETREAT MOBILIZE", "COERCE MOBILIZE", "CONSULT SUPPORT",
        "CONSULT COOPERATE", "COOPERATE AID", "ACCUSE REJECT", "ACCUSE THREATEN", "ACCUSE REQUEST", "REQUEST REJECT",
        "REQUEST THREATEN", "SUPPORT COOPERATE", "COERCE PROTEST", "SANCTION REJECT", "RETREAT AID", "ASSAULT RETREAT",
    )
)  # fmt: skip


def measure_words(left: Telling, right: Telling, rarity: Rarity) -> dict[str, float]:
    """The clues of the words: triggers, their sentences, names, numbers, and the two reports as a whole."""
    trigger = rarity.share(left.trigger, right.trigger)
    topic = math.sqrt(max(cosine(left.topic, right.topic), 0.0))
    sentence, around = cosine(left.sentence, right.sentence), cosine(left.around, right.around)
    near = rarity.share(left.near_names, right.near_names)
    same = left.key[0] == right.key[0]
    story = float(left.story is not None and left.story == right.story)
    likeness = 0.0 if trigger else max((alike(a, b) for a in left.head for b in right.head), default=0.0)
    return {
        "trigger": trigger,
        "trigger_equal": float(left.head == right.head),
        "trigger_alike": likeness,
        "trigger_rare": trigger * min(rarity.total(left.trigger & right.trigger) / _RARE, 1.0),
        "sentence": sentence,
        "around": around,
        "topic": topic,
        "topic_square": topic * topic,
        "names": rarity.share(left.names, right.names),
        "near_names": near,
        "about": _measure_about(left, right, rarity),
        "numbers": 0.0 if same else min(len(left.numbers & right.numbers), 2) / 2,
        "trigger_sentence": trigger * sentence,
        "trigger_topic": trigger * topic,
        "trigger_near": trigger * near,
        "one_report": float(same),
        "one_report_trigger": same * trigger,
        "story": story,
        "story_trigger": story * trigger,
        "story_alike": story * likeness,
        "one_sentence": float(same and left.number == right.number),
    }


def _measure_about(left: Telling, right: Telling, rarity: Rarity) -> float:
    """How much of what one report is about stands beside the other's event, by rarity: the better of the two ways."""
    ways = ((left.near_names, frozenset(right.about)), (right.near_names, frozenset(left.about)))
    return max(rarity.total(near & about) / (rarity.total(about) or 1.0) for near, about in ways)


def measure_events(left: Telling, right: Telling, rarity: Rarity, topic: float) -> dict[str, float]:
    """The clues of what the events are: type, modes, days, places, doers, tolls, and whether they are news.

    `topic` is how alike the two reports are as a whole (see `measure_words`).
    """
    return {
        **_measure_types(left, right),
        **_measure_days(left, right),
        **_measure_places(left.spots, right.spots, rarity),
        **_measure_lands(left.lands, right.lands),
        **_measure_people(left, right, rarity),
        **_measure_tolls(left.tolls, right.tolls),
        **_measure_news(left, right, topic),
    }


def _measure_types(left: Telling, right: Telling) -> dict[str, float]:
    known = left.type is not None and right.type is not None
    close = known and frozenset({left.type, right.type}) in CLOSE_TYPES
    both = left.modes & right.modes
    return {
        "type": float(known and left.type is right.type),
        "type_close": float(close),
        "type_other": float(known and left.type is not right.type and not close),
        "modes": len(both) / len(left.modes | right.modes) if both else 0.0,
        "modes_other": float(bool(left.modes and right.modes) and not both),
    }


def _measure_days(left: Telling, right: Telling) -> dict[str, float]:
    clues = dict.fromkeys(("day", "day_next", "day_within", "day_apart", "day_other"), 0.0)
    if left.days is None or right.days is None:
        return clues
    gap = left.days.gap(right.days)
    wide = max(left.days.width, right.days.width)
    if gap == 0:
        clues["day" if wide == 1 else "day_within"] = 1.0 if wide == 1 else 1 / (1 + math.log2(wide) / 2)
    elif gap == 1:
        clues["day_next"] = 1.0
    else:
        clues["day_apart"] = 1.0
        clues["day_other"] = min(math.log2(gap) / math.log2(_FAR_DAYS), 1.0)
    return clues


def _measure_places(left: tuple[Spot, ...], right: tuple[Spot, ...], rarity: Rarity) -> dict[str, float]:
    clues = dict.fromkeys(("place", "place_words", "place_far", "country_other"), 0.0)
    if not left or not right:
        return clues
    clues["place_words"] = max(rarity.share(a.stems, b.stems) for a in left for b in right)
    points = [(gap, a.alone or b.alone) for a in left for b in right if (gap := measure_km(a, b)) is not None]
    if points:
        nearest, unsure = min(points)
        clues["place"] = float(nearest <= NEAR_KM)
        if nearest > NEAR_KM and not unsure and clues["place_words"] < _SAME_WORDS:
            clues["place_far"] = min(math.log(nearest / NEAR_KM) / math.log(_FAR_KM / NEAR_KM), 1.0)
    one, two = ({spot.country for spot in spots if spot.country and not spot.alone} for spots in (left, right))
    clues["country_other"] = float(bool(one and two) and not one & two and clues["place_words"] < _SAME_WORDS)
    return clues


def _measure_lands(left: frozenset[str], right: frozenset[str]) -> dict[str, float]:
    """The countries that the two reports name: the share that both have, and whether they have none in common."""
    both = left & right
    known = bool(left and right)
    return {"lands": len(both) / min(len(left), len(right)) if both else 0.0, "lands_other": float(known and not both)}


def measure_km(left: Spot, right: Spot) -> float | None:
    """Great-circle distance between two points (haversine); None without points, and where one is a whole country."""
    if left.lat is None or right.lat is None or left.lon is None or right.lon is None:
        return None
    if left.country == right.country and max(left.precision, right.precision) >= 6:
        return None  # a whole country says nothing of where in it
    a, b = math.radians(left.lat), math.radians(right.lat)
    turn = math.sin((b - a) / 2) ** 2
    turn += math.cos(a) * math.cos(b) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(turn)))


def _measure_people(left: Telling, right: Telling, rarity: Rarity) -> dict[str, float]:
    doers, others = rarity.share(left.actors, right.actors), rarity.share(left.recipients, right.recipients)
    crossed = max(rarity.share(left.actors, right.recipients), rarity.share(left.recipients, right.actors))
    return {
        "actor": doers,
        "actor_other": float(bool(left.actors and right.actors) and not doers),
        "recipient": others,
        "recipient_other": float(bool(left.recipients and right.recipients) and not others),
        "crossed": crossed if not doers and not others else 0.0,
    }


def _measure_tolls(left: Mapping[CountKind, Count], right: Mapping[CountKind, Count]) -> dict[str, float]:
    clues = dict.fromkeys(("toll", "toll_fits", "toll_other"), 0.0)
    for kind in left.keys() & right.keys():
        one, two = left[kind], right[kind]
        low, low2 = one.low or 0, two.low or 0
        if one == two:
            clues["toll"] = max(clues["toll"], 1.0 if max(low, low2) > _SURE_KILLED else 0.3)
        elif low and low2:
            apart = abs(math.log2(low / low2))
            clues["toll_fits"] = max(clues["toll_fits"], max(1 - apart, 0.0))
            clues["toll_other"] = max(clues["toll_other"], min(max(apart - 1, 0.0) / 4, 1.0))
    return clues


def _measure_news(left: Telling, right: Telling, topic: float) -> dict[str, float]:
    gap = left.published.gap(right.published) if left.published and right.published else None
    fresh = left.recalled is None and right.recalled is None and left.key[0] != right.key[0]
    return {
        "news_together": max(1 - math.log2(1 + gap) / math.log2(1 + _LONG_NEWS), 0.0)
        if fresh and gap is not None
        else 0.0,
        "news_apart": min(math.log2(1 + gap) / math.log2(1 + 365), 1.0) if fresh and gap is not None else 0.0,
        "news_topic": topic if fresh else 0.0,
        "lead_topic": topic if fresh and left.leads and right.leads else 0.0,
        "recalled_one": float((left.recalled is None) != (right.recalled is None)),
    }
