"""Not written yet; see bench/later.py."""

from bench.later import stop

stop("plv")
