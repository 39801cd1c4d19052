"""export: records for other programs. Takes records, writes JSON lines, CSV or Parquet, or gives an Arrow table."""

from dragoman.export.base import Exporter, Format, open_exporter
from dragoman.export.output import open_output

__all__ = ["Exporter", "Format", "open_exporter", "open_output"]
