"""What every request passes and every answer carries: host, origin and size are checked, headers are set.

Against DNS rebinding the Host header has to be an address that the server was started for. Against requests forged by
other sites, a write has to come from the desk's own pages (Origin, Sec-Fetch-Site) and to hold the token of this run
(checked in `writes`, where the form is read). OWASP, "Cross-Site Request Forgery Prevention" and "DNS rebinding".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 64 * 1024  # bytes; the longest form is a split of an incident with a reason
MAX_ADDRESS = 8 * 1024  # bytes of path and query
_SAFE = ("GET", "HEAD")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Hosts:
    """The values that the Host header may have; `any_address`: also every bare IP address (bound beyond loopback)."""

    names: frozenset[str]
    any_address: bool = False

    def allow(self, host: str) -> bool:
        """Whether a request for this host is for us. A bare address cannot be rebound: there is no name to resolve."""
        return host.lower() in self.names or (self.any_address and _is_address(host))


def list_hosts(host: str, port: int) -> Hosts:
    """The hosts by which a server that is bound to `host` may be called."""
    own = {"127.0.0.1", "localhost", "[::1]"} if is_loopback(host) else {_bracket(host).lower()}
    return Hosts(frozenset(f"{name}:{port}" for name in own), any_address=not is_loopback(host))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _bracket(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_address(host: str) -> bool:
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Guard:
    """Middleware: refuses what is not for us, and sets the headers of all answers."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        refusal = self._check(scope)
        if refusal is not None:
            status, words = refusal
            await PlainTextResponse(f"{words}\n", status)(scope, receive, send)
            return
        await self._app(scope, _limited(receive), send)

    def _check(self, scope: Scope) -> tuple[HTTPStatus, str] | None:
        headers = Headers(scope=scope)
        if not self._hosts.allow(headers.get("host", "")):
            return HTTPStatus.MISDIRECTED_REQUEST, "This server was not started for that host."
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_ADDRESS:
            return HTTPStatus.REQUEST_URI_TOO_LONG, "The address is too long."
        if scope["method"] in _SAFE:
            return None
        if not self._is_own(headers, scope["scheme"]):
            return HTTPStatus.FORBIDDEN, "Another site may not write here."
        if _tells_too_much(headers.getlist("content-length")):
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too large."
        return None

    def _is_own(self, headers: Headers, scheme: str) -> bool:
        """Whether a write comes from our own page, or from a program (which sends neither header)."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
        return site in ("same-origin", "none") and (origin is None or origin == f"{scheme}://{headers['host']}")


def _tells_too_much(lengths: Iterable[str]) -> bool:
    return any(not length.isdecimal() or int(length[:12]) > MAX_BODY for length in lengths)


class TooLarge(Exception):
    """A body went beyond MAX_BODY while it was read, whatever its header said."""


def _limited(receive: Receive) -> Receive:
    seen = 0

    async def take() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MAX_BODY:
            raise TooLarge
        return message

    return take


def _with_headers(send: Send) -> Send:
    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return give
