"""Why words are this actor, or nobody: the reading of the resolver beside all rows that might have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dragoman.records import Actor, Report, Span, Statement
from dragoman.resolve import bodies
from dragoman.resolve.actors import find_own_country, name_actors
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.mentions import Pages
from dragoman.resolve.offices import find_office_words, list_offices, was_in_office
from dragoman.resolve.rows import Entry, Term
from dragoman.resolve.words import Word, fold_name, has_case, key_of, read_words
from dragoman.terms import ActorKind, Stance

LIKE = 0.6  # share of letters in common from which a spelling is shown
_SHORTEST = 5  # letters; shorter words are like too many
_MOST_OFFICES = 5  # holders that are shown of one office


class ActorCandidate(Struct, frozen=True, kw_only=True):
    """A row that words might mean. `score` is the share of letters that the words have in common with the nearest
    spelling of it (OSA), 1 for the holder of an office that they name; `why` tells what speaks for or against it."""

    name: str
    score: float
    chosen: bool
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    id: str | None
    source: str
    why: str


class ExplainedActor(Struct, frozen=True, kw_only=True):
    """What the resolver makes of words as the source of a statement: the actors they name (none where unresolved),
    why, the country the report is taken to be of, and the rows that might be meant, the chosen ones first."""

    query: str
    actors: tuple[Actor, ...]
    why: str
    home: str | None
    published: str | None
    candidates: tuple[ActorCandidate, ...]


def explain_actor(words: Span, report: Report, lists: Gazetteer, most: int = 10) -> ExplainedActor:
    """The reading of some words of a report, with at most so many candidates.

    `lists` may be at home somewhere (`Gazetteer.at_home`); else the country words of the report tell it.
    """
    nothing = Span(words.end, words.end, "")
    said = Statement(id="query", source=words, cue=nothing, content=(), medium=None, stance=Stance.ASSERT, via=None)
    found = name_actors(report, (), (said,), lists)
    home = find_own_country(Pages(report), lists)
    book = lists.at_home(home, report.published)
    chosen = {actor.name for actor in found}
    candidates = _collect(read_words(words.text), chosen, report, book)
    ranked = sorted(candidates.values(), key=lambda each: (not each.chosen, -each.score, each.name))
    why = "; ".join(actor.why or "" for actor in found) or _tell_open(words.text, report, book)
    return ExplainedActor(
        query=words.text, actors=found, why=why, home=home, published=report.published, candidates=tuple(ranked[:most])
    )


def _collect(words: list[Word], chosen: set[str], report: Report, book: Gazetteer) -> dict[str, ActorCandidate]:
    """The candidates by source and name; the first reason that is found for one stays."""
    left = bodies.strip_frame(words, book) if words else []
    key = key_of([word.key for word in left])
    found: dict[str, ActorCandidate] = {}

    def add(entry: Entry, score: float, why: str) -> None:
        taken = entry.name in chosen and entry.holds_on(book.day)
        row = ActorCandidate(
            name=entry.name, score=round(score, 2), chosen=taken, kind=entry.kind, country=entry.country,
            sector=entry.sector, id=entry.id, source=entry.source, why=why,
        )  # fmt: skip
        if not any(taken and each.chosen and each.name == entry.name for each in found.values()):
            found.setdefault(f"{entry.source} {entry.name}", row)

    for state in _list_states(left, report, book):
        add(state, 1.0, "a state is meant by its name, its people or its seat of government")
    sharing = book.list_sharing(key)
    for entry in sharing:
        add(entry, 1.0, _tell_sharing(entry, sharing, book))
    for entry, score, why in _list_holders(left, report, book):
        add(entry, score, why)
    nearest = process.extract(key, book.spellings.keys(), scorer=OSA.normalized_similarity, score_cutoff=LIKE, limit=20)
    for spelling, score, _ in nearest if len(key) >= _SHORTEST else ():
        for entry in book.list_sharing(spelling):
            add(entry, score, f"“{spelling}” is like the words; {_tell_likeness(entry)}")
    for name in chosen & book.entry_of.keys():
        score = max(OSA.normalized_similarity(key, spelling) for spelling in book.keys_of[name])
        add(book.entry_of[name], score, "found by the rules that “why” tells")
    return found


def _list_states(words: list[Word], report: Report, book: Gazetteer) -> Iterator[Entry]:
    told = book.find_country(words, has_case(report.text)) if words else None
    if told:
        state = book.state_of[told.iso]
        yield Entry(state.name, ActorKind.GOVERNMENT, state.iso, ("GOV",), f"states, as {told.what}", None, id=state.id)


def _tell_sharing(entry: Entry, sharing: Iterable[Entry], book: Gazetteer) -> str:
    """What a row with exactly this spelling stands or falls by."""
    if not entry.holds_on(book.day):
        bounds = f"from {entry.since or 'ever'} until {entry.until or 'ever'}"
        return f"has this spelling, but counts for reports {bounds} only, this one is of {book.day or 'an unknown day'}"
    rivals = [other for other in sharing if other is not entry and other.holds_on(book.day)]
    if entry.own:
        rivals = [other for other in rivals if other.own >= entry.own]
    if any(other.own > entry.own for other in rivals):
        return "has this spelling, but a row of your table goes before it"
    if not rivals:
        return "has this spelling, and no other row has it"
    return f"one of {len(rivals) + 1} rows of this spelling: the one of the report's own country ({book.home}) is meant"


def _list_holders(words: list[Word], report: Report, book: Gazetteer) -> Iterator[tuple[Entry, float, str]]:
    """Who held an office that the words name in the country that they tell, else in the report's own."""
    told = list(book.list_countries(words, has_case(report.text)))
    inside = {n for found, _ in told for n in range(found.first, found.last)}
    named = find_office_words([word for n, word in enumerate(words) if n not in inside], book)
    if named is None:
        return
    offices = list_offices(book)
    of = {row.iso for _, row in told} or ({book.home} if book.home else set())
    meant = {(office, place) for office, only in offices.words[named[0]] for place in of if not only or place in only}
    held = [holder for each in meant for holder in offices.held.get((each[0], str(each[1])), ())]
    rest = key_of([word.key for word in named[1]])
    rows = [(_score_holder(holder.entry, holder.term, rest, book), holder) for holder in held]
    for score, holder in sorted(rows, key=lambda row: -row[0])[:_MOST_OFFICES]:
        term = holder.term
        why = f"held the office “{term.office}” from {term.start} until {term.end} or later"
        if not book.day:
            why += "; the day of the report is not known"
        elif not was_in_office(term, book.day):
            why += f"; not surely on {book.day}"
        yield holder.entry, score, why


def _score_holder(entry: Entry, term: Term, name: str, book: Gazetteer) -> float:
    """How well a holder fits: the likeness of the name behind the title, else 1; 0 where not in office that day."""
    if not book.day or not was_in_office(term, book.day):
        return 0.0
    return OSA.normalized_similarity(name, fold_name(entry.name)) if name else 1.0


def _tell_likeness(entry: Entry) -> str:
    if entry.kind is ActorKind.PERSON:
        return "likeness counts for persons of the report's countries, where one word is the same and all others alike"
    return "likeness counts for persons alone, not for bodies"


def _tell_open(words: str, report: Report, book: Gazetteer) -> str:
    """Why words name nobody."""
    read = read_words(words)
    left = bodies.strip_frame(read, book) if read else []
    sharing = [entry for entry in book.list_sharing(key_of([w.key for w in left])) if entry.holds_on(book.day)]
    if bodies.is_counted(words):
        return "unresolved: the words count nameless persons"
    if len(sharing) > 1:
        return f"unresolved: {len(sharing)} rows have this spelling, and the report's own country tells none of them"
    if sharing:
        return "unresolved: a row has this spelling, but in other letters (capitals), or as an everyday word"
    inside = {n for found, _ in book.list_countries(left, True) for n in range(found.first, found.last)}
    if left and find_office_words([word for n, word in enumerate(left) if n not in inside], book):
        missing = [] if report.published else ["the day of the report is not known"]
        missing += [] if inside or book.home else ["no country is told"]
        return f"unresolved: an office, but {' and '.join(missing) or 'no holder is listed for that day'}"
    return "unresolved: no list has these words, and nothing in them tells a public office or a body"
