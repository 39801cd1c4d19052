"""The report's own country: the one that at least half of its country words tell."""

from __future__ import annotations

from collections import Counter

from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.mentions import Pages

# Share of the country words that one country must have, and how many of them. bench/names.py on gold/train gave
# actors.country 0.885 at a share of 0.5, 0.870 at 0.6, 0.830 at 0.8, 0.709 without any home country.
HOME_SHARE = 0.5
HOME_WORDS = 2


def find_home(pages: Pages, book: Gazetteer) -> str | None:
    """The country (alpha-3) of most country words in the text, or None where no country stands out."""
    counts = Counter(told.iso for _, told in book.list_countries(pages.words, pages.has_case))
    total = sum(counts.values())
    if not total:
        return None
    iso, n = counts.most_common(1)[0]
    return iso if n >= HOME_WORDS and n / total >= HOME_SHARE else None
