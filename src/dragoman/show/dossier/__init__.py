"""The dossier: a situation as one page of HTML that needs no network and no script to be read."""

from dragoman.show.dossier.gather import Dossier, gather_dossier
from dragoman.show.dossier.page import write_page

__all__ = ["Dossier", "gather_dossier", "write_page"]
