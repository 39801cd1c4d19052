"""Running counts of a measurement, and the table that comes of them."""

from __future__ import annotations

from collections import Counter

Row = dict[str, float]


class Tally:
    """Rows are either shares of right among predicted and gold (`add`), or among cases (`hit`)."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def add(self, name: str, right: int, predicted: int, gold: int) -> None:
        """Add to a row of precision, recall and F1."""
        self._row(name).update(right=right, pred=predicted, gold=gold)

    def hit(self, name: str, right: bool) -> None:
        """Add one case to a row of accuracy."""
        self._row(name).update(right=int(right), n=1)

    def table(self) -> dict[str, Row]:
        """The rows in the order of their first use, rounded to four digits."""
        return {name: _ratios(counts) for name, counts in self._counts.items()}

    def _row(self, name: str) -> Counter[str]:
        return self._counts.setdefault(name, Counter())


def _ratios(counts: Counter[str]) -> Row:
    right = counts["right"]
    if "n" in counts:
        return {"acc": _share(right, counts["n"]), "right": right, "n": counts["n"]}
    p = right / counts["pred"] if counts["pred"] else 0.0
    r = right / counts["gold"] if counts["gold"] else 0.0
    f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
    return {
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": f1,
        "right": right,
        "pred": counts["pred"],
        "gold": counts["gold"],
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
