"""The server process: a socket, uvicorn on it, and the address told."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import uvicorn

from dragoman.errors import UsageError
from dragoman.show.web.app import make_app
from dragoman.show.web.guard import is_loopback, list_hosts

_WAITING = 64  # connections that wait for their turn
_SECONDS_TO_START = 1.0


@dataclass(frozen=True)
class Place:
    """Where to serve: an address of this machine and a port (0: any that is free); `show` opens a browser there."""

    host: str
    port: int
    show: bool


def serve_desk(path: Path, place: Place, by: str, tell: Callable[[str], None]) -> None:
    """Serve a situation until the process is interrupted. `tell` is given the address once the port is taken.

    UsageError where the address or port cannot be had.
    """
    with _take_port(place) as bound:
        port = bound.getsockname()[1]
        address = f"http://{f'[{place.host}]' if ':' in place.host else place.host}:{port}/"
        app = make_app(path, list_hosts(place.host, port), by)
        tell(address)
        if not is_loopback(place.host):
            tell("Anybody who reaches this address can read the reports and judge them: there is no password.")
        if place.show:
            Timer(_SECONDS_TO_START, webbrowser.open, [address]).start()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
        uvicorn.Server(config).run(sockets=[bound])


def _take_port(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((place.host, place.port))
    except OSError as error:
        bound.close()
        raise UsageError(
            f"{place.host} port {place.port} cannot be had ({error.strerror}). Try another --port"
        ) from error
    bound.listen(_WAITING)
    return bound
