"""situation: many reports in one file. Read and code what is new, merge it with what is there, answer questions."""

from dragoman.situation.situation import Situation

__all__ = ["Situation"]
