"""`dragoman places`: why words are this place, or none."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import structs

from dragoman.errors import UsageError
from dragoman.resolve.explain_places import PlaceCandidate, explain_place
from dragoman.show.candidates import VIEWS, Candidate, print_answer, print_candidates, print_lines
from dragoman.show.cli.context import place_words
from dragoman.show.cli.lists import make_settings, take_places


@click.command()
@click.argument("queries", metavar="QUERY...", nargs=-1, required=True)
@click.option("--country", metavar="CODE", help="Read as if the report's title named this country (alpha-3, KEN).")
@click.option("--publisher", metavar="NAME", help="The outlet or its domain: its home speaks for places there.")
@click.option("--report", "path", metavar="FILE", help="A report that holds the words, read as `dragoman read` does.")
@take_places
@click.option("--format", "form", type=click.Choice(VIEWS), default="table", show_default=True, help="What to write.")
@click.option("--most", default=10, show_default=True, metavar="N", help="Candidates that are shown.")
def places(  # noqa: PLR0913 - one parameter for each option
    queries: tuple[str, ...],
    country: str | None,
    publisher: str | None,
    path: str | None,
    places: tuple[Path, ...],
    place_index: Path | None,
    form: str,
    most: int,
) -> None:
    """Show which place words name, and why: every place of the name, with score, chance, point and what spoke for it.

    The words are read as `dragoman read` reads the place of an event. With --report all place names of the report are
    weighed together; without it the words stand alone. The chance is that among the places of the name. What --format
    jsonl adds: the signs that each score is made of (docs/places.md).

    \b
    Examples:
      dragoman places Tripoli
      dragoman places Tripoli --country LBN
      dragoman places "12 km south of Mombasa" "the eastern Diyala governorate"
      dragoman places Georgetown --publisher stabroeknews.com
      dragoman places "the old mill" --places mine.csv --report article.txt
    """
    from dragoman.resolve.lists import open_lists  # noqa: PLC0415 - the same

    book, index = open_lists(make_settings((), places, place_index))
    if country is not None and country not in book.state_of:
        raise UsageError(f"--country {country!r} is no ISO 3166-1 alpha-3 code. Write three capitals, such as KEN")
    found = []
    for query in queries:
        words, report = place_words(query, path, None)
        told = {"title": book.state_of[country].name} if country else {}
        report = structs.replace(report, publisher=publisher or report.publisher, **told)
        found.append(explain_place(words, report, book, index, most))
    if form == "jsonl":
        print_lines(found)
        return
    for each in found:
        place, answers, facts = each.place, [], []
        if place is not None and place.lat is not None:
            answers = [f"is {place.name}" + (f" ({place.id})" if place.id else "")]
            facts = [f"{place.lat}, {place.lon}", f"precision {place.precision}"]
            facts += [told for told in (place.admin1, place.country) if told]
        print_answer(each.query, answers, each.why, facts)
        print_candidates(_show(row) for row in each.candidates)


def _show(row: PlaceCandidate) -> Candidate:
    people = f"{row.population:,} people" if row.population else None
    facts = (row.country, row.admin1, f"{row.lat:.3f}, {row.lon:.3f}", people, row.id, f"chance {row.chance:.2f}")
    return Candidate(row.chosen, f"{row.score:.2f}", row.name, facts, row.what)
