# Every target works on a fresh machine with Python 3.11 or later; the first one that runs makes .venv.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := demo
.PHONY: demo test check format bench corpus voorbeelden clean

.venv/klaar: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "amend needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/klaar  ## consolidate both example regulations into output/
	$(BIN)/python -m tests.demo

test: .venv/klaar  ## run the tests
	$(BIN)/pytest -q

check: .venv/klaar  ## format, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/klaar
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/klaar  ## time and memory, as ratios to lxml's parsing and writing of the same XML
	$(BIN)/python -m tests.bench

corpus: .venv/klaar  ## figures on real instructions (needs ../shared)
	$(BIN)/python -m tests.corpus.meet

voorbeelden: .venv/klaar  ## make regelingen/ and wijzigingen/ again from their sources
	$(BIN)/python -m tests.voorbeelden

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
