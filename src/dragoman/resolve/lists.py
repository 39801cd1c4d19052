"""The lists that names are looked up in, with the user's own before them."""

from __future__ import annotations

from dragoman.config import Settings
from dragoman.resolve.gazetteer import Gazetteer, open_gazetteer
from dragoman.resolve.own_actors import add_actors
from dragoman.resolve.own_places import add_places
from dragoman.resolve.places_index import PlaceIndex, open_places


def open_lists(settings: Settings) -> tuple[Gazetteer, PlaceIndex]:
    """The gazetteer and the places that the settings ask for.

    Raises AssetError where one of ours or a place index cannot be read, UsageError where a table of the user's is not
    in order.
    """
    book = open_gazetteer()
    places = add_places(open_places(settings.place_index), book, settings.places)
    return add_actors(book, settings.actors), places
