"""The hand-written reports of `stories.txt` with where they tell of which incident."""

from __future__ import annotations

import re
from pathlib import Path

from bench.made.world import Mention, Story

FILE = Path(__file__).parent / "stories.txt"
_HEAD = re.compile(r"^== (.+)$", re.M)
_MARK = re.compile(r"\[\[([\w/]+):(.+?)\]\]", re.DOTALL)


def read_stories(path: Path = FILE) -> list[Story]:
    """The stories in their order; raises ValueError where a head has not four parts."""
    pieces = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
    return [_read_story(head, body.strip()) for head, body in zip(pieces[::2], pieces[1::2], strict=True)]


def _read_story(head: str, body: str) -> Story:
    id, publisher, published, title = (part.strip() for part in head.split("|"))
    text, mentions, at = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        mentions.append(Mention(mark.group(1), len(text), len(text) + len(mark.group(2))))
        text, at = text + mark.group(2), mark.end()
    return Story(id, title, publisher, published, text + body[at:], tuple(mentions))
