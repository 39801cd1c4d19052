"""What a person does at the desk: join, split, accept, reject, correct, take back, and mark as seen.

Each takes a form with a reason and the token of this process, goes through class Situation, which logs it, and leads
back to a page of ours.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from msgspec import Struct
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.errors import UsageError
from dragoman.incidents import EventKey
from dragoman.show.web.address import address_of, with_query
from dragoman.show.web.answers import Answers
from dragoman.show.web.serving import Desk
from dragoman.show.web.unsure import far_side

TOKEN_HEADER = "x-dragoman-token"  # noqa: S105 - the name of a header, no secret
_LONGEST_REASON = 2_000  # characters
_YEAR = 365 * 24 * 3600  # seconds


class Done(Struct, frozen=True):
    """What came of a write: the id under which it can be taken back (None: it cannot), and the page to look at next."""

    undo: str | None
    next: str


@dataclass(frozen=True)
class Order:
    """A form: its fields, each with all its values, the reason, and who gives it."""

    name: str
    fields: FormData
    why: str
    by: str

    def one(self, field: str) -> str:
        """The value of a field. UsageError where the form has none."""
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"the form has no {field}")
        return value.strip()

    def all(self, field: str) -> list[str]:
        """All values of a field."""
        return [value for value in self.fields.getlist(field) if isinstance(value, str)]


@dataclass(frozen=True)
class Write:
    """One kind of write: where it is sent, what it does, what its form holds; whether it needs a reason."""

    path: str
    run: Callable[[Answers, Order], Done]
    fields: dict[str, str]
    needs_why: bool = True

    @property
    def gives(self) -> str:
        """What it does, in a sentence."""
        return (self.run.__doc__ or "").strip()


async def answer_write(desk: Desk, write: Write, request: Request) -> Response:
    """Check the form, do it, and lead on; JSON for a program that asks for it."""
    fields = await request.form(max_files=0, max_fields=500)
    _check_token(desk, request, fields)
    order = Order(request.path_params.get("name", ""), fields, _read_why(fields, write), _read_by(fields, desk.by))
    done = await desk.access.write(lambda answers: write.run(answers, order))
    if request.headers.get("accept") == "application/json":
        response = Response(msgspec.json.encode(done), media_type="application/json")
    else:
        response = RedirectResponse(_lead_on(done), HTTPStatus.SEE_OTHER)
    if write.path == "/seen":
        response.set_cookie(desk.cookie, order.one("visit"), max_age=_YEAR, httponly=True, samesite="strict")
    return response


def _check_token(desk: Desk, request: Request, fields: FormData) -> None:
    told = request.headers.get(TOKEN_HEADER) or fields.get("token")
    if not isinstance(told, str) or not secrets.compare_digest(told.encode(), desk.token.encode()):
        raise HTTPException(
            HTTPStatus.FORBIDDEN, "The form is from another run of the server. Go back, reload, try again."
        )


def _read_why(fields: FormData, write: Write) -> str:
    why = fields.get("why")
    why = why.strip() if isinstance(why, str) else ""
    if write.needs_why and not why:
        raise UsageError("a judgement needs its reason. Say why in a sentence")
    if len(why) > _LONGEST_REASON:
        raise UsageError(f"the reason has {len(why):,} characters. Say it in {_LONGEST_REASON:,} at most")
    return why


def _read_by(fields: FormData, by: str) -> str:
    told = fields.get("by")
    return told.strip()[:200] if isinstance(told, str) and told.strip() else by


def _lead_on(done: Done) -> str:
    return with_query(done.next, {}, done=done.undo) if done.undo else done.next


def _join(answers: Answers, order: Order) -> Done:
    """Hold this incident and others for one."""
    ruling = answers.situation.join([order.name, *order.all("incident")], why=order.why, by=order.by)
    return Done(ruling.id, address_of("incidents", order.name))


def _split(answers: Answers, order: Order) -> Done:
    """Take events out of an incident."""
    ruling = answers.situation.split(_read_keys(order.all("event")), why=order.why, by=order.by)
    return Done(ruling.id, address_of("incidents", order.name))


def _accept(answers: Answers, order: Order) -> Done:
    """Hold a join for right."""
    left, right = _read_keys([order.one("left"), order.one("right")])
    ruling = answers.situation.join([left, right], why=order.why, by=order.by)
    return Done(ruling.id, address_of("incidents", order.name))


def _reject(answers: Answers, order: Order) -> Done:
    """Hold a join for wrong: what hangs on its right side goes."""
    left, right = _read_keys([order.one("left"), order.one("right")])
    view = answers.situation.incident(order.name)
    if not any({join.left, join.right} == {left, right} for join in view.joins):
        raise UsageError("there is no such join in this incident any more. Reload the page")
    side = sorted(far_side(view.joins, left, right))
    ruling = answers.situation.split(side, why=order.why, by=order.by)
    return Done(ruling.id, address_of("incidents", order.name))


def _correct(answers: Answers, order: Order) -> Done:
    """Put right a field of an event."""
    (key,) = _read_keys([order.one("event")])
    value = order.fields.get("value")
    told = value.strip() if isinstance(value, str) and value.strip() else None
    edit = answers.situation.edit(key, order.one("field"), told, why=order.why, by=order.by)
    return Done(edit.id, address_of("incidents", order.name))


def _undo(answers: Answers, order: Order) -> Done:
    """Take back a judgement or a correction."""
    answers.situation.undo(order.one("id"), why=order.why)
    return Done(None, with_query(_read_next(order), {}, back=order.one("id")))


def _mark_seen(answers: Answers, order: Order) -> Done:
    """Keep the visit up to which all was looked at."""
    if not order.one("visit").isdecimal():
        raise UsageError("the visit is no number")
    return Done(None, "/")


def _read_next(order: Order) -> str:
    """The page that a form came from: an incident, else the log."""
    incident = order.fields.get("incident")
    return address_of("incidents", incident) if isinstance(incident, str) and incident else "/judgements"


def _read_keys(told: Sequence[str]) -> list[EventKey]:
    """Events as forms name them: the event's id, a space, the id of its report (which may hold spaces)."""
    keys = []
    for each in told:
        event, space, report = each.partition(" ")
        if not space:
            raise UsageError(f"{each[:80]!r} names no event of a report")
        keys.append((report, event))
    return keys


_PAIR = {"left": "an event: its id, a space, the id of its report", "right": "the other event"}
WRITES = (
    Write("/incidents/{name}/join", _join, {"incident": "the id of another incident; may be repeated"}),
    Write("/incidents/{name}/split", _split, {"event": "an event to take out (id, space, report); may be repeated"}),
    Write("/incidents/{name}/accept", _accept, _PAIR),
    Write("/incidents/{name}/reject", _reject, _PAIR),
    Write(
        "/incidents/{name}/correct",
        _correct,
        {"event": "the event (id, space, report)", "field": "which field", "value": "the right value; empty for none"},
    ),
    Write("/undo", _undo, {"id": "the id of a judgement or correction", "incident": "the incident to go back to"}),
    Write("/seen", _mark_seen, {"visit": "the number of the visit that was seen last"}, needs_why=False),
)
