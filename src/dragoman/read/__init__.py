"""read: files, folders and standard input to reports, with sentences, junk, date and language known."""

from dragoman.read.inputs import Input, list_inputs
from dragoman.read.report import read_input, report_from_text

__all__ = ["Input", "list_inputs", "read_input", "report_from_text"]
