"""Map, timeline and network are drawn from this server alone, and follow the days that are chosen."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from dragoman.export.quads import QUAD_OF
from tests.conftest import ROOT
from tests.show.web.browser.chromium import open_page, wait_for_pictures

STATIC = ROOT / "src/dragoman/show/web/static"


def is_drawn(page: Page, selector: str) -> bool:
    """Whether any pixel of a canvas is not blank."""
    look = "it => it.getContext('2d').getImageData(0, 0, it.width, it.height).data.some(value => value)"
    return bool(page.locator(selector).first.evaluate(look))


def test_map_shows_outlines_and_incidents(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/map")
    assert is_drawn(page, ".leaflet-overlay-pane canvas")
    expect(page.locator(".map-name").first).to_be_attached()
    page.locator(".map-sign.one, .map-sign.cluster").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.locator(".map-sign").count() or page.locator(".leaflet-popup").count()


def test_days_chosen_leave_fewer_incidents_on_the_map(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/map")
    told = page.locator(".plot-bar output")
    every = told.inner_text()
    signs = page.locator(".map-sign")
    page.locator(".map-sign.one").first.click()
    expect(page.locator(".leaflet-popup")).to_be_visible()
    before = signs.count()
    page.locator(".brush input").first.fill("2021")
    page.keyboard.press("Tab")
    expect(told).to_contain_text("of")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    assert signs.count() < before
    page.get_by_role("button", name="All days").click()
    expect(told).to_have_text(every)


def test_stretch_drawn_on_the_timeline_leads_to_its_incidents(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/timeline")
    assert is_drawn(page, ".plot canvas")
    box = page.locator(".plot .u-over").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 60, steps=5)
    page.mouse.up()
    page.locator(".told a").click()
    expect(page).to_have_url(re.compile(r"/incidents\?since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))


def test_network_follows_the_quads_that_are_ticked(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/network")
    assert is_drawn(page, ".network canvas")
    for box in page.locator(".plot-bar input[type=checkbox]").all():
        box.uncheck()
    expect(page.locator(".plot-bar output").first).to_have_text("0 names")


def test_small_map_of_an_incident_is_drawn(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    rows = page.request.get(f"{address}/map.json").json()
    first = rows.get("data", rows)["points"][0][0]
    page.goto(f"{address}/incidents/{first}")
    wait_for_pictures(page)
    expect(page.locator(".map.small[data-ready=yes]")).to_be_visible()
    assert is_drawn(page, ".map.small canvas")


def test_scripts_know_the_quads_as_the_tables_do() -> None:
    told = (STATIC / "quads.js").read_text(encoding="utf-8")
    found = {
        kind: quad
        for quad, kinds in re.findall(r'name: "([a-z ]+)".*?types: \[([^\]]*)\]', told)
        for kind in re.findall(r"[A-Z]+", kinds)
    }
    assert found == {str(kind): str(quad) for kind, quad in QUAD_OF.items()}
