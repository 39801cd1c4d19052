"""Programs that measure dragoman: `python -m bench.NAME`. Each prints a table and, last, one line of JSON."""
