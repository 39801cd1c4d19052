from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.dossier.markup import Html, escape, join, link_out, tag
from dragoman.show.screen import safe_words


class Reader(HTMLParser):
    """What a browser would make of markup: the tags with their attributes, and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_text_never_becomes_markup(words: str) -> None:
    read = Reader(tag("p", words, title=words))
    assert read.tags == [("p", {"title": safe_words(words)})]
    assert read.text == safe_words(words)


@given(st.text())
def test_page_can_always_be_encoded(words: str) -> None:
    assert tag("p", words).encode()


def test_markup_is_not_escaped_twice() -> None:
    assert tag("p", tag("b", "a & b"), Html("<i>x</i>")) == "<p><b>a &amp; b</b><i>x</i></p>"
    assert escape(escape("<")) == "&lt;"


def test_children_may_be_nested_or_absent() -> None:
    assert join("a", None, ["b", [tag("i", "c")]], (each for each in "de")) == "ab<i>c</i>de"


def test_attributes_are_named_as_in_html_and_left_out_when_none() -> None:
    made = tag("a", "x", class_="k", aria_label="l", hidden=True, href=None, open=False, x=1.50, y=2)
    assert made == '<a class="k" aria-label="l" hidden x="1.5" y="2">x</a>'


@pytest.mark.parametrize("address", ["https://a.example/b?c=1&d=2", "HTTP://a.example"])
def test_link_leads_to_pages_of_the_web(address: str) -> None:
    assert Reader(link_out(address, "x")).tags == [("a", {"href": address, "rel": "noreferrer noopener"})]


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "//a.example",
        "http://[",
    ],
)
def test_link_is_no_link_where_the_address_is_no_page(address: str | None) -> None:
    assert link_out(address, "<x>") == "&lt;x&gt;"
