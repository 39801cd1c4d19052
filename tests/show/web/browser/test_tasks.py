"""What an analyst does all day, clicked through."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.show.web.browser.chromium import open_page


def test_sentence_behind_a_toll_is_three_clicks_from_the_desk(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/")
    page.locator(".incident", has=page.locator(".toll")).first.locator(".headline a").click()
    page.locator("table.figures a[href^='#telling-']").first.click()
    telling = page.locator(page.url[page.url.index("#") :])
    expect(telling.locator(".sentence")).to_be_in_viewport()
    telling.locator("h3 a").click()
    expect(page.locator("article.record.is-chosen")).to_be_in_viewport()
    expect(page.locator(".seg.is-chosen").first).to_be_in_viewport()


def find_joined(page: Page, address: str) -> str:
    """The address of an incident that several reports tell."""
    rows = page.request.get(f"{address}/incidents.json").json()
    rows = rows.get("data", rows)["incidents"]
    most = max(rows, key=lambda row: (row["n_reports"], row["id"]))
    assert most["n_reports"] > 1
    return f"{address}/incidents/{most['id']}"


def test_wrong_join_is_split_and_the_split_is_undone(own_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(at=own_address)
    incident = find_joined(page, own_address)
    open_page(page, incident)
    before = page.locator(".telling").count()
    page.locator(".telling input[type=checkbox]").last.check()
    page.keyboard.press("s")
    page.keyboard.type("another day, another place")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("kept in the log")
    open_page(page, incident)
    expect(page.locator(".telling")).to_have_count(before - 1)
    expect(page.locator("#log")).to_contain_text("another day, another place")

    page.keyboard.press("u")
    page.keyboard.type("it was the same after all")
    page.keyboard.press("Enter")
    expect(page.locator(".withdrawn")).to_contain_text("another day, another place")
    expect(page.locator(".telling")).to_have_count(before)


def test_figure_is_corrected_with_a_reason(own_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(at=own_address)
    open_page(page, find_joined(page, own_address))
    page.keyboard.press("e")
    expect(page.locator("#correct select[name=field]")).to_be_focused()
    page.locator("#correct select[name=field]").select_option("killed")
    page.locator("#correct input[name=value]").fill("11")
    page.locator("#correct input[name=why]").fill("the ministry's list")
    page.locator("#correct button").click()
    expect(page.locator("#log")).to_contain_text("becomes 11")


def test_desk_forgets_what_was_seen(own_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(at=own_address)
    open_page(page, f"{own_address}/")
    page.get_by_role("button", name="I have seen these").click()
    expect(page.locator("h1")).to_contain_text("Nothing new")


def test_filters_live_in_the_address(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/incidents")
    page.locator(".facet", has_text="Type").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"type=[A-Z]+"))
    page.locator(".chosen a").first.click()
    expect(page).not_to_have_url(re.compile("type="))


def test_keys_lead_through_the_desk(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page).to_have_url(re.compile("/incidents$"))
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".at-key")).to_have_count(1)
    page.keyboard.press("/")
    page.keyboard.type("police j")
    expect(page.locator("#search")).to_have_value("police j")


def test_colours_stay_as_chosen(address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_page(page, f"{address}/")
    page.locator("#theme").click()
    open_page(page, f"{address}/incidents")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
