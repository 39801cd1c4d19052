from __future__ import annotations

from dragoman.code.junk import add_junk
from dragoman.records import Marks
from tests.make import junk, report, span

TEXT = "video\nTroops left the town.\nMore from our weekend desk"


def test_the_markers_junk_stands_beside_the_rules_in_text_order() -> None:
    marks = Marks(triggers=(), cues=(), junk=(span(TEXT, "More from our weekend desk"),), made_by="test")
    found = add_junk(report(TEXT, junk=(junk(TEXT, "video", "media"),)), marks)
    assert [(item.text, item.kind.value) for item in found.junk] == [
        ("video", "media"),
        ("More from our weekend desk", "other"),
    ]
    assert found.text == TEXT
