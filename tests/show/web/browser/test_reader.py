"""Words and records point at each other, whatever script the words are in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.show.web.browser.chromium import open_page


@pytest.fixture
def reader(address: str, new_page: Callable[..., Page]) -> Page:
    """The report whose sentence holds mark-up, an emoji, Arabic and a sign that turns words round."""
    page = new_page()
    page.goto(f"{address}/search?text=Ostby")
    page.locator("main a[href*='x%2Ejson']").first.click()
    open_page(page, page.url)
    return page


def test_words_show_their_record(reader: Page) -> None:
    reader.locator(".seg.lit-what").first.click()
    expect(reader.locator("article.record.is-chosen")).to_have_count(1)
    expect(reader.locator("article.record.is-chosen h3")).to_contain_text("ASSAULT")


def test_record_shows_its_words(reader: Page) -> None:
    record = reader.locator("article.record").first
    record.locator("h3").click(position={"x": 2, "y": 2})
    expect(record).to_have_attribute("aria-current", "true")
    words = reader.locator(".seg.is-chosen").all_inner_texts()
    assert "fired" in words
    assert "كتيبة النسور" in words
    assert "Ostby" in words


def test_every_further_click_shows_what_lies_below(reader: Page) -> None:
    words = reader.locator(".seg.lit-to-whom").first
    owners = (words.get_attribute("data-owners") or "").split()
    assert len(owners) > 1
    chosen = []
    for _ in owners:
        words.click()
        chosen.append(reader.locator("article.record.is-chosen").get_attribute("id"))
    assert sorted(filter(None, chosen)) == sorted(owners)


def test_offsets_for_scripts_count_as_javascript_does(reader: Page) -> None:
    cut = """async () => {
        const data = await (await fetch(location.pathname + '.json')).json();
        const report = data.data ?? data;
        return report.utf16.map(span => report.record.text.slice(span.start, span.end));
    }"""
    words = reader.evaluate(cut)
    assert "fired" in words
    assert "كتيبة النسور" in words


def test_escape_lets_all_go(reader: Page) -> None:
    reader.locator(".seg.lit-what").first.click()
    reader.keyboard.press("Escape")
    expect(reader.locator(".is-chosen")).to_have_count(0)
