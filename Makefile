# Short names for what stands in scripts/ and pyproject.toml. `make` alone = what CI runs.
PYTHON ?= python3
BIN = .venv/bin

all:        ; $(PYTHON) scripts/test.py
setup demo: ; $(PYTHON) scripts/demo.py
test:       ; $(BIN)/python -m pytest
lint:       ; $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports
types:      ; $(BIN)/mypy
data:       ; for maker in scripts/build_*.py; do $(BIN)/python $$maker || exit 1; done
gate:       ; $(BIN)/python -m bench.gate
golden:     ; $(BIN)/python -m pytest tests/golden --update-golden
lock:       ; $(BIN)/python scripts/lock.py
build:      ; $(BIN)/python -m hatchling build

.PHONY: all setup demo test lint types data gate golden lock build
