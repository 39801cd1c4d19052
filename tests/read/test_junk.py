"""Junk: each kind by its shape, and real sentences left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.junk import find_junk
from dragoman.terms import JunkKind

REPORT = "The port of Sarn was shelled on Monday, its mayor said."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("5550199000101 0b6c2f7e-1d1f-4a39-9a3c-5f1c0a7e9d11", JunkKind.EMBED),
        ("player-embed 5550199000101", JunkKind.EMBED),
        ("video", JunkKind.MEDIA),
        ("[embedded content]", JunkKind.MEDIA),
        ("Watch: The moment the bridge fell", JunkKind.MEDIA),
        ("Facebook Twitter WhatsApp Email", JunkKind.SHARE),
        ("Follow Ana Brook on Twitter @anabrook.", JunkKind.SHARE),
        ("Home > World > Africa", JunkKind.SHARE),
        ("Sign up for our daily newsletter", JunkKind.SUBSCRIBE),
        ("Soldiers on the quay of Sarn. Photo: Lena Ort", JunkKind.CAPTION),
        ("A burnt bus in Sarn (AP Photo/Lena Ort)", JunkKind.CAPTION),
        ("READ MORE: Who rules the port?", JunkKind.LINK),
        ("https://news.example/2020/01/port.html", JunkKind.LINK),
        ("http: / / www. news. example / port - shelled - 12. html", JunkKind.LINK),
        ("[passage omitted]", JunkKind.NOTE),
        ("(Reporting by Lena Ort in Sarn; Editing by Tom Vale)", JunkKind.NOTE),
        ("Copyright 2020 The Sarn Herald. ", JunkKind.NOTE),
        ("Ana Brook and Tom Vale contributed to this report.", JunkKind.NOTE),
        ("This story is from May 4, 2011", JunkKind.DATELINE),
        ("Updated 6 hours ago", JunkKind.DATELINE),
        ("3 of 9", JunkKind.MEDIA),
        ("Your browser cannot play this clip.", JunkKind.MEDIA),
        ("Sarn News > Region > Coast", JunkKind.SHARE),
        ("Terms of Use | Privacy Policy | Contact Us", JunkKind.SHARE),
        ("Comments are now closed.", JunkKind.SHARE),
        ("This story is available to members only.", JunkKind.SUBSCRIBE),
        ("Image copyright EPA Image caption Nets burn on the quay", JunkKind.CAPTION),
        ("Fishermen mend nets in Sarn (Lena Ort/Coast Agency)", JunkKind.CAPTION),
        ("ALSO READ | Mayor of Sarn resigns", JunkKind.LINK),
        ("Most viewed stories", JunkKind.LINK),
        ("Our site uses cookies to count its readers.", JunkKind.NOTE),
        ("Lena Ort is a staff reporter at the Sarn Herald.", JunkKind.NOTE),
        ("Telephone: +99 555 010 020", JunkKind.NOTE),
        ("Editor's note: The name of the quay was wrong at first.", JunkKind.NOTE),
        ("A previous version of this report named the wrong quay.", JunkKind.NOTE),
        ("Views expressed here are the writer's own.", JunkKind.NOTE),
        ("By TOM VALE STAFF WRITER", JunkKind.NOTE),
        ("--ENDS--", JunkKind.NOTE),
    ],
)
def test_a_junk_line_is_marked_with_its_kind(line: str, kind: JunkKind) -> None:
    found = find_junk(f"{REPORT}\n{line}\n{REPORT}")
    assert [(junk.text, junk.kind) for junk in found] == [(line.strip(), kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Click here to see the map of the harbour.",
        "(With inputs from agencies)",
        "This article has been updated with a statement of the mayor.",
        "Follow Lena Ort on Twitter @lenaort.",
        "Copyright 2021 Sarn Herald.",
        "E-mail: desk@sarn.example",
    ],
)
def test_junk_inside_running_text_is_marked_without_the_sentences_around_it(line: str) -> None:
    assert [junk.text for junk in find_junk(f"{REPORT} {line} {REPORT}")] == [line]


def test_a_stamp_of_the_page_is_junk_below_the_report_and_the_date_of_publication_above_it() -> None:
    stamp = "Updated: May 4, 2021 6:15 PM EST"
    assert find_junk(f"Port shelled\n{stamp}\n{REPORT}") == ()
    assert [junk.kind for junk in find_junk(f"{REPORT}\n{stamp}")] == [JunkKind.DATELINE]


@pytest.mark.parametrize(
    "words", ["more ", "news ", "Aa ", "Facebook ", "home > ", "Reporting by Aa and Aa ", "12 ", "A.", "! "]
)
def test_a_long_line_of_repeated_words_takes_no_long_time(words: str) -> None:
    began = time.process_time()
    find_junk(f"{REPORT}\n{(words * 2_000)[:690]}%\n{(words * 2_000)[:1_990]}%")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("He fled to the hills. [end recording]", ["[end recording]"]),
        (
            "Talks go on, he said. Related stories: Port shelled Mayor flees",
            ["Related stories: Port shelled Mayor flees"],
        ),
        ("Nobody was hurt, he said.-XNA", ["-XNA"]),
        ("Our hearts go out https://t.example/xyz</tweet>.", ["https://t.example/xyz", "</tweet>."]),
    ],
)
def test_junk_may_be_the_end_of_a_line(text: str, junk: list[str]) -> None:
    assert [found.text for found in find_junk(text)] == junk


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The United Nations painted a grim picture: half of the town had fled.",
        "The video shows two men in the harbour.",
        "Protesters shared the photo on Facebook and Twitter.",
        "Copyright law was the cause of the protest.",
        "The army reported from Sarn that it had lost nine men, and that more would follow.",
        "Related stories have been told by refugees in the camp.",
        "The group's statement was published on Monday by the newspaper.",
        "“We shall not yield.” — General Oswin Pell",
        "Subscribers of the paper met the editor.",
        "More than 300 people were hurt.",
        "He called 5550199000101 twice.",
        "Share of the catch fell, fishermen said.",
        "Contributing to the fear, a boat burned in the harbour.",
        "Reporting by foreign papers was banned in Sarn.",
        "Credit: the bank lent the town nine million crowns.",
        "Source: a captain who gave no name said that the quay had burned.",
        "Updated lists name 41 dead.",
        "By noon the crews had left.",
        "Dues and quotas",
        "- Free the captains",
        "SARN, May 4 (Coast Agency) - Two boats burned on Monday.",
        "Click here, the thieves wrote to the fishermen.",
        "This article, published by the BBC, says that the port was shelled.",
    ],
)
def test_a_sentence_of_the_report_is_never_junk(text: str) -> None:
    assert find_junk(text) == ()


def test_a_headline_told_twice_is_junk_the_second_time() -> None:
    text = f"Port of Sarn shelled again\n{REPORT}\nPort of Sarn shelled again\n{REPORT}"
    assert [(junk.start, junk.kind) for junk in find_junk(text)] == [(text.rindex("Port"), JunkKind.LINK)]


@given(st.text(max_size=300))
def test_junk_lies_in_order_without_overlap_and_repeats_its_words(text: str) -> None:
    found = find_junk(text)
    assert all(text[junk.start : junk.end] == junk.text != "" for junk in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
