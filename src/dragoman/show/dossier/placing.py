"""Names in a picture that do not lie over one another: the first free place beside a point is taken, or none."""

from __future__ import annotations

from dragoman.show.dossier.markup import Html, tag

Box = tuple[float, float, float, float]  # left, top, right, bottom

_HIGH = 13.0


class Labels:
    """Names in the order of their weight; `width` and `height` bound the picture."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._taken: list[Box] = []

    def keep_free(self, x: float, y: float, size: float) -> None:
        """Nothing is to be written over the sign at a point."""
        self._taken.append((x - size / 2, y - size / 2, x + size / 2, y + size / 2))

    def write_beside(self, text: str, at: tuple[float, float], size: float, *, under: bool) -> Html | None:
        """The name to the right or left, under or over a sign, the latter two first with `under`; None without room."""
        (x, y), away = at, size / 2 + 4
        wide = 6.6 * len(text)
        beside = (("start", x + away, y + 4), ("end", x - away - wide, y + 4))
        stacked = (("middle", x - wide / 2, y + away + 10), ("middle", x - wide / 2, y - away))
        for anchor, left, base in (*stacked, *beside) if under else (*beside, *stacked):
            box = (left, base - _HIGH + 2, left + wide, base + 3)
            if self._is_free(box):
                self._taken.append(box)
                start = {"start": left, "end": left + wide, "middle": left + wide / 2}[anchor]
                return tag("text", text, x=start, y=base, text_anchor=anchor, class_="name")
        return None

    def write_on(self, text: str, at: tuple[float, float], class_: str) -> Html | None:
        """The name around a point; None where that is taken or outside."""
        wide = 6.6 * len(text)
        box = (at[0] - wide / 2, at[1] - _HIGH, at[0] + wide / 2, at[1] + 3)
        if not self._is_free(box):
            return None
        self._taken.append(box)
        return tag("text", text, x=at[0], y=at[1], text_anchor="middle", class_=class_)

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self._width - 2 or bottom > self._height - 2:
            return False
        return not any(a < right and left < c and b < bottom and top < d for a, b, c, d in self._taken)
