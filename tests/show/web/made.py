"""A desk over a small made-up situation, asked without a network: wire reports, a story, and a hostile report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.records import Record
from dragoman.show.web.app import make_app
from dragoman.show.web.guard import list_hosts
from dragoman.situation import Situation
from tests.make import actor, event, record, span, statement
from tests.merge import wires
from tests.show.story import story

HERE = "http://127.0.0.1:8417"
RED_FRONT = actor("Red Front", "the Red Front", country="NOR")
SCRIPT = "<script>alert(1)</script>"
TURN = "\u202e"  # RIGHT-TO-LEFT OVERRIDE
_TEXT = (
    f"{SCRIPT} men of <b onclick=x>Red Gate</b> fired on \U0001f69a كتيبة النسور in Ostby {TURN}yadnoM no. No one died."
)


def hostile(**fields: object) -> Record:
    """A report whose every part tries something."""
    given: dict[str, object] = {
        "id": "../../etc/x.json",
        "title": f'{SCRIPT}"><img src=x onerror=alert(2)>',
        "publisher": f"=cmd|' /C calc'!A0{TURN}",
        "url": "javascript:alert(3)",
        "published": "2021-03-05",
        "events": [
            event(
                _TEXT,
                "fired",
                actor="<b onclick=x>Red Gate</b>",
                recipient="كتيبة النسور",
                place="Ostby",
                killed=(0, 0),
            )
        ],
        "actors": [actor("<b onclick=x>Red Gate</b>"), actor("كتيبة النسور")],
        "statements": [statement(_TEXT, "S1", "No one died", "died", source="men")],
    }
    return record(_TEXT, **{**given, **fields})


def list_records() -> list[Record]:
    """Every report of the situation."""
    return [
        wires.first(count_words={"killed": span(wires.FIRST, "Fourteen")}),
        wires.second(killed=(9, 9)),
        wires.later(),
        wires.far(),
        story(publisher="Kysten", actors=[RED_FRONT, actor("Ada Moen", kind="person", sector=("LEG",))]),
        hostile(),
    ]


def make_situation(path: Path, records: list[Record] | None = None) -> Path:
    """A situation file with these reports (all, unless told), and one failure."""
    with Situation.open(path, create=True) as opened:
        opened.add_records(list_records() if records is None else records)
        opened.add([str(path.parent / "missing" / "report.txt")])
    return path


@contextmanager
def open_desk(path: Path) -> Iterator[TestClient]:
    """A browser without scripts at the desk of a situation file."""
    app = make_app(path, list_hosts("127.0.0.1", 8417), "ada")
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


def read_token(client: TestClient) -> str:
    """The token that stands in every page."""
    found = re.search(r'<meta name="token" content="([^"]+)">', client.get("/").text)
    assert found is not None
    return found[1]


def find_joined(client: TestClient) -> str:
    """The id of the incident with most events."""
    rows = client.get("/incidents.json").json()["incidents"]
    return str(max(rows, key=lambda row: (row["n_events"], row["id"]))["id"])
