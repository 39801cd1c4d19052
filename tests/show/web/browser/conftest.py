"""One browser for all tests here, a desk of samples and made-up reports, and a fresh page for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman.situation import Situation
from tests.conftest import ROOT
from tests.show.web.browser.chromium import FLAGS, Watch, find_browser, serve
from tests.show.web.made import list_records


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; where none is installed, the test is skipped."""
    program = find_browser()
    if program is None:
        pytest.skip("no browser: apt install chromium, or name one in DRAGOMAN_BROWSER")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A situation of all samples, read anew, with the made-up reports beside them (also the hostile one)."""
    path = tmp_path_factory.mktemp("browser") / "town.db"
    with Situation.open(path, create=True) as situation:
        situation.add([str(ROOT / "samples")])
        situation.add_records(list_records())
    return path


@pytest.fixture(scope="session")
def address(town: Path) -> Iterator[str]:
    """A desk that tests only look at."""
    with serve(town) as (started, _):
        yield started


@pytest.fixture
def own_address(town: Path, tmp_path: Path) -> Iterator[str]:
    """A desk that the test may write to."""
    with serve(Path(shutil.copy(town, tmp_path / "town.db"))) as (started, _):
        yield started


@pytest.fixture
def new_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Makes pages of a given size and colour scheme; afterwards none of them may have done what it may not."""
    watched: list[Watch] = []
    contexts = []

    def make(width: int = 1280, height: int = 900, *, dark: bool = False, at: str = address) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        watched.append(Watch(page, at))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [what for watch in watched for what in watch.wrong] == []


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: DRAGOMAN_SCREENSHOTS, where a person wants to look at them."""
    folder = Path(os.environ.get("DRAGOMAN_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
