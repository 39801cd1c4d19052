"""store: the situation file. SQLite and nothing else: tables, and the questions that they answer."""

from dragoman.store.connect import Store, open_store

__all__ = ["Store", "open_store"]
