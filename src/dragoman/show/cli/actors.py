"""`dragoman actors`: why words are this actor, or nobody."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.errors import UsageError
from dragoman.resolve.explain_actors import ActorCandidate, explain_actor
from dragoman.show.candidates import VIEWS, Candidate, print_answer, print_candidates, print_lines
from dragoman.show.cli.context import place_words
from dragoman.show.cli.lists import make_settings, take_actors
from dragoman.show.cli.read import check_date


@click.command()
@click.argument("queries", metavar="QUERY...", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help="The day of the report: who held an office, which rows count.")
@click.option("--country", metavar="CODE", help="The country that the report is of, as ISO 3166-1 alpha-3 (KEN).")
@click.option("--report", "path", metavar="FILE", help="A report that holds the words, read as `dragoman read` does.")
@take_actors
@click.option("--format", "form", type=click.Choice(VIEWS), default="table", show_default=True, help="What to write.")
@click.option("--most", default=10, show_default=True, metavar="N", help="Candidates that are shown.")
def actors(  # noqa: PLR0913 - one parameter for each option
    queries: tuple[str, ...],
    published: str | None,
    country: str | None,
    path: str | None,
    actors: tuple[Path, ...],
    form: str,
    most: int,
) -> None:
    """Show whom words name, and why: every row that they might mean, with its score and codes.

    The words are read as `dragoman read` reads the source of a statement. Without --published no office has a holder,
    and without --country or --report the words alone tell the country. The score is the share of letters that the
    words have in common with the nearest spelling of a row, 1 for the holder of an office that they name; only some
    rules go by it, and the line below each row says which.

    \b
    Examples:
      dragoman actors "the Kremlin" Hezbollah
      dragoman actors "Defense Minister Mark Esber" --published 2020-01-12
      dragoman actors "the president" --country IRQ --published 2020-01-12
      dragoman actors PDC --country SLV
      dragoman actors "the council" --report article.txt --actors mine.csv
      dragoman actors "State organization" --format jsonl | python -m json.tool
    """
    check_date(published)
    from dragoman.resolve.lists import open_lists  # noqa: PLC0415 - the same

    book, _ = open_lists(make_settings(actors))
    if country is not None:
        if country not in book.state_of:
            raise UsageError(f"--country {country!r} is no ISO 3166-1 alpha-3 code. Write three capitals, such as KEN")
        book = book.at_home(country)
    found = [explain_actor(*place_words(query, path, published), book, most) for query in queries]
    if form == "jsonl":
        print_lines(found)
        return
    for each in found:
        answers = [f"is {actor.name}" + (f" ({actor.id})" if actor.id else "") for actor in each.actors]
        facts = [f"report of {each.published or 'an unknown day'}", f"own country {each.home or 'not told'}"]
        print_answer(each.query, answers, each.why, facts)
        print_candidates(_show(row) for row in each.candidates)


def _show(row: ActorCandidate) -> Candidate:
    facts = (row.kind, row.country, " ".join(row.sector), row.id, row.source)
    return Candidate(row.chosen, f"{row.score:.2f}", row.name, facts, row.why)
