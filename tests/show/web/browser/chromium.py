"""A real browser at a real server: which one, how it is started, and what every page has to keep."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Dialog, Page

from tests.conftest import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
# As root there is no sandbox to be had, and a browser that looks for updates only waits where there is no network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).with_name("vendor") / "axe.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def find_browser() -> str | None:
    """The browser's program: what DRAGOMAN_BROWSER names, else the first that is installed."""
    return os.environ.get("DRAGOMAN_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def serve(path: Path) -> Iterator[tuple[str, int]]:
    """`dragoman serve` over a situation file, on a free port; gives its address and the number of its process."""
    command = [sys.executable, "-m", "dragoman", "serve", str(path), "--port", "0"]
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "USER": "ada", "LOGNAME": "ada"}
    with subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = next((word for line in server.stdout for word in line.split() if word.startswith("http")), None)
            assert address, "the server told no address"
            yield address.rstrip("/"), server.pid
        finally:
            server.terminate()


class Watch:
    """What a page did that none may do: said in the console, thrown, asked of another host, opened a dialog."""

    def __init__(self, page: Page, address: str) -> None:
        self.wrong: list[str] = []
        host = urlsplit(address).netloc
        page.on("console", lambda said: self._add(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._add(str(error)))
        page.on("dialog", self._refuse)
        page.on("request", lambda asked: None if _is_own(asked.url, host) else self._add(f"asked {asked.url}"))
        page.on("requestfailed", lambda asked: self._add(f"failed: {asked.url}") if not _is_left(asked) else None)

    def _add(self, what: str) -> None:
        self.wrong.append(what)

    def _refuse(self, dialog: Dialog) -> None:
        self._add(f"dialog: {dialog.message}")
        dialog.dismiss()


def _is_own(url: str, host: str) -> bool:
    return urlsplit(url).netloc == host or url.startswith(("data:", "blob:"))


def _is_left(asked: Any) -> bool:
    """Whether a request ended because the test left the page."""
    return "ERR_ABORTED" in str(asked.failure)


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its pictures are drawn."""
    page.goto(address, wait_until="load")
    wait_for_pictures(page)


def wait_for_pictures(page: Page) -> None:
    """Wait until nothing on the page is busy."""
    page.wait_for_selector("[aria-busy=true]", state="detached")


def find_barriers(page: Page) -> list[str]:
    """What axe finds against the guidelines (WCAG 2.1 A and AA) and good practice."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"][:4]]


def is_too_wide(page: Page) -> bool:
    """Whether the page as a whole scrolls sideways."""
    return bool(page.evaluate("() => document.documentElement.scrollWidth > innerWidth"))
