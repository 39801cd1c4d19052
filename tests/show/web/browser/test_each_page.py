"""Each page on a wide light screen and on a narrow dark one: it fits, nothing bars anybody, nothing is reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.show.web.browser.chromium import find_barriers, is_too_wide, open_page

LISTS = "/ /incidents /actors /sources /reports /timeline /map /network /conflicts /failures /judgements /api".split()
THINGS = {"incident": "/incidents", "report": "/reports", "actor": "/actors", "source": "/sources"}
SCREENS = {"wide-light": (1280, 900, False), "narrow-dark": (360, 780, True)}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", [*LISTS, "/search?text=police", *THINGS])
def test_page_fits_and_bars_nobody(
    path: str, screen: str, address: str, new_page: Callable[..., Page], pictures: Path
) -> None:
    width, height, dark = SCREENS[screen]
    page = new_page(width, height, dark=dark)
    if path in THINGS:
        page.goto(address + THINGS[path])
        path = find_first(page, THINGS[path])
    open_page(page, address + path)
    page.screenshot(path=pictures / f"{path.strip('/').split('?')[0].replace('/', '-') or 'desk'}-{screen}.png"[:120])
    assert not is_too_wide(page)
    assert find_barriers(page) == []


def find_first(page: Page, folder: str) -> str:
    """The address of the first thing in a list."""
    return page.locator(f"main [href^='{folder}/']").first.get_attribute("href") or ""


@pytest.mark.parametrize("screen", SCREENS)
def test_hostile_report_is_only_words(screen: str, address: str, new_page: Callable[..., Page], pictures: Path) -> None:
    width, height, dark = SCREENS[screen]
    page = new_page(width, height, dark=dark)
    page.goto(f"{address}/search?text=Ostby")
    page.locator("main a[href*='x%2Ejson']").first.click()
    open_page(page, page.url)
    page.screenshot(path=pictures / f"hostile-{screen}.png")
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()
    assert page.locator("main script, main img, main [onclick]").count() == 0
    assert not is_too_wide(page)
    assert find_barriers(page) == []
