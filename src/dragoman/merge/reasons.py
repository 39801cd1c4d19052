"""Why two events are one incident, or cannot be: the clues in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.merge.compare import NEAR_KM, measure_km
from dragoman.merge.tellings import Spot, Telling
from dragoman.records import Count

_MOST = 4  # reasons of one join: those that weigh most
_APART_DAYS = 3  # between two days told outright; one day may be a time zone, two a slip of the reader
_APART_KM = 150.0
_EXACT = 3  # the coarsest place precision (UCDP) that keeps two events apart by their distance


def tell_why(
    left: Telling, right: Telling, clues: Mapping[str, float], weights: Mapping[str, float]
) -> tuple[str, ...]:
    """The clues that speak most for a join, the strongest first; those about the same words once."""
    pulls = sorted(((weights.get(name, 0.0) * value, name) for name, value in clues.items()), reverse=True)
    told = (_TELLERS[name](left, right) for pull, name in pulls if pull > 0 and name in _TELLERS)
    return tuple(dict.fromkeys(words for words in told if words))[:_MOST]


def tell_apart(left: Telling, right: Telling) -> str | None:
    """Why two events cannot be one incident, whatever else they share; None where they can."""
    if left.days and right.days and left.days.width == right.days.width == 1:
        gap = left.days.gap(right.days)
        if gap >= _APART_DAYS:
            return f"{left.date} and {right.date} are {gap} days apart"
    if left.published and right.days and right.days.first > left.published.last + 1:
        return f"{right.date} lies after one report was published"
    if right.published and left.days and left.days.first > right.published.last + 1:
        return f"{left.date} lies after one report was published"
    return _tell_far(left.spots, right.spots)


def _tell_far(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> str | None:
    sure = [[spot for spot in spots if not spot.alone and spot.precision <= _EXACT] for spots in (left, right)]
    exact = [(a, b) for a in sure[0] for b in sure[1] if not a.stems & b.stems]
    gaps = [(gap, a, b) for a, b in exact if (gap := measure_km(a, b)) is not None]
    if not gaps or len(gaps) < len(left) * len(right):
        return None
    gap, a, b = min(gaps, key=lambda row: row[0])
    return f"{a.name} and {b.name} are {gap:.0f} km apart" if gap > _APART_KM else None


def _tell_stems(stems: frozenset[str]) -> str:
    return ", ".join(sorted(stems)[:5])


def _tell_trigger(left: Telling, right: Telling) -> str:
    both = left.trigger & right.trigger
    return f"the same words for it ({_tell_stems(both)})" if both else "like words for it"


def _tell_sentence(left: Telling, right: Telling) -> str:
    both = sorted(left.sentence.keys() & right.sentence.keys(), key=lambda s: (-left.sentence[s], s))
    return f"told with the same words ({', '.join(both[:4])})" if both else ""


def _tell_topic(left: Telling, right: Telling) -> str:
    both = sorted(left.topic.keys() & right.topic.keys(), key=lambda s: (-left.topic[s] * right.topic[s], s))
    return f"reports about the same ({', '.join(both[:4])})" if both else ""


def _tell_names(left: Telling, right: Telling) -> str:
    both = left.near_names & right.near_names
    return f"the same names beside it ({_tell_stems(both)})" if both else ""


def _tell_about(left: Telling, right: Telling) -> str:
    both = (left.near_names & set(right.about)) | (right.near_names & set(left.about))
    return f"beside one stands what the other report is about ({_tell_stems(both)})" if both else ""


def _tell_day(left: Telling, right: Telling) -> str:
    return f"both on {left.date}" if left.date == right.date else f"{left.date} and {right.date} agree"


def _tell_place(left: Telling, right: Telling) -> str:
    for a in left.spots:
        for b in right.spots:
            gap = measure_km(a, b)
            if gap is not None and gap <= NEAR_KM:
                return f"both in {a.name}" if a.name == b.name else f"{a.name} and {b.name} are {gap:.0f} km apart"
    return _tell_place_words(left, right)


def _tell_place_words(left: Telling, right: Telling) -> str:
    both = frozenset(stem for a in left.spots for b in right.spots for stem in a.stems & b.stems)
    return f"places with the same words ({_tell_stems(both)})" if both else ""


def _tell_tolls(left: Telling, right: Telling) -> str:
    same = [kind for kind in left.tolls if kind in right.tolls]
    pairs = [
        f"{tell_count(left.tolls[k])} and {tell_count(right.tolls[k])} {k.value}"
        for k in same
        if left.tolls[k] != right.tolls[k]
    ]
    equal = [f"{tell_count(left.tolls[k])} {k.value} in both" for k in same if left.tolls[k] == right.tolls[k]]
    return "; ".join([*equal, *pairs])


def _tell_type(left: Telling, right: Telling) -> str:
    return f"both {left.type}" if left.type is right.type else f"{left.type} and {right.type} may be two sides of it"


def _tell_people(field: str) -> Callable[[Telling, Telling], str]:
    def tell(left: Telling, right: Telling) -> str:
        both: frozenset[str] = getattr(left, field) & getattr(right, field)
        names = sorted(both, key=lambda name: (not name[:1].isupper(), name))
        return f"the same {field} ({', '.join(names[:3])})" if both else ""

    return tell


def tell_count(count: Count) -> str:
    """A figure in words: "6", "at least 6", "up to 10", "24 to 30"."""
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"up to {count.high}" if count.low is None else f"{count.low} to {count.high}"


_TELLERS: dict[str, Callable[[Telling, Telling], str]] = {
    "trigger": _tell_trigger,
    "trigger_equal": _tell_trigger,
    "trigger_alike": _tell_trigger,
    "trigger_rare": _tell_trigger,
    "trigger_sentence": _tell_trigger,
    "trigger_topic": _tell_trigger,
    "trigger_near": _tell_names,
    "sentence": _tell_sentence,
    "around": _tell_sentence,
    "topic": _tell_topic,
    "topic_square": _tell_topic,
    "news_topic": _tell_topic,
    "names": _tell_names,
    "near_names": _tell_names,
    "about": _tell_about,
    "numbers": lambda left, right: f"the same figures ({_tell_stems(left.numbers & right.numbers)})",
    "type": _tell_type,
    "type_close": _tell_type,
    "modes": lambda left, right: f"both by {_tell_stems(left.modes & right.modes)}",
    "day": _tell_day,
    "day_within": _tell_day,
    "day_next": lambda left, right: f"{left.date} and {right.date} are a day apart",
    "place": _tell_place,
    "place_words": _tell_place_words,
    "lands": lambda left, right: f"reports about {_tell_stems(left.lands & right.lands)}",
    "actor": _tell_people("actors"),
    "recipient": _tell_people("recipients"),
    "crossed": lambda left, right: "the same ones on both sides of it",
    "toll": _tell_tolls,
    "toll_fits": _tell_tolls,
    "lead_topic": _tell_topic,
    "news_together": lambda left, right: "news of the same days",
    "one_report": lambda left, right: "one report tells both",
}
