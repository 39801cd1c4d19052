"""`dragoman join`: a person holds several incidents for one."""

from __future__ import annotations

import click

from dragoman.show.cli.judging import check_reason, takes_reason, tell_ruling


@click.command()
@click.argument("situation")
@click.argument("incidents", metavar="INCIDENT...", nargs=-1, required=True)
@takes_reason
def join(situation: str, incidents: tuple[str, ...], why: str, by: str) -> None:
    """Hold incidents for one, whatever dragoman thinks.

    The judgement is kept with its reason and holds for reports that come later, too. It can be taken back.

    \b
    Example:
      dragoman join iraq.db i3f2a9c0d1e27 i90b1c4477aa2 --why "the same bus; the second report names the wrong day"
    """
    check_reason(why)
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        ruling = opened.join(incidents, why=why, by=by)
        tell_ruling(ruling, situation, [opened.incident(incidents[0]).row])
