# Every target works on a fresh machine with Python 3.11 or later; the first one that runs makes .venv.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := demo
.PHONY: demo test check format bench bench-web schermen docs corpus voorbeelden clean

.venv/klaar: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "amend needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/klaar  ## consolidate both example regulations into output/
	@echo "── Wat het besluit van 23 mei 2023 doet (onderdelen A–O) ──"
	$(BIN)/amend ontleed wijzigingen/dordrecht-tweede-wijziging/bron.txt
	@echo; echo "── Dordrecht, geldend op 1 januari 2023, zoals vandaag bekend ──"
	$(BIN)/amend consolideer dordrecht-ambtelijke-organisatie --op 2023-01-01 --verslag --formaat html -o output/dordrecht-2023-01-01.html
	$(BIN)/amend consolideer dordrecht-ambtelijke-organisatie --op 2023-01-01 --formaat cvdr -o output/dordrecht-2023-01-01.xml
	@echo; echo "── Sociaal, op twee dagen ──"
	$(BIN)/amend consolideer sociaal-organisatieverordening --op 2024-03-01 -o output/sociaal-2024-03-01.txt
	$(BIN)/amend consolideer sociaal-organisatieverordening --op 2026-01-01 --formaat html -o output/sociaal-2026-01-01.html
	$(BIN)/amend tijdlijn sociaal-organisatieverordening
	@echo; echo "De teksten staan in output/:"; ls -l output

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
	$(BIN)/python -m tests.bench_export
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m tests.bench_vergelijk

bench-web: .venv/klaar  ## 50 readers for a minute and 20 uploads against amend web (SECONDEN=10 for a short run)
	$(BIN)/python -m tests.bench_web

schermen: .venv/klaar  ## make the pictures of the pages in docs/schermen again
	SCHERMEN=docs/schermen $(BIN)/pytest -q tests/web/test_toegankelijk.py -k afbeelding

docs: .venv/klaar  ## make docs/meldingen.md again from the codes
	$(BIN)/amend uitleg --alles -o docs/meldingen.md

corpus: .venv/klaar  ## figures on real instructions (needs ../shared)
	$(BIN)/python -m tests.corpus.meet

# The examples of the store, made again from their sources (both seeds and the fictive decisions).
IMPORTEER := $(BIN)/amend importeer --vervang
SOCIAAL := --fictief --regeling sociaal-organisatieverordening
voorbeelden: .venv/klaar  ## make regelingen/ and wijzigingen/ again from their sources
	$(IMPORTEER) tests/data/seed_002.txt --id sociaal-organisatieverordening
	$(IMPORTEER) tests/data/raamwerk_dordrecht.txt --id dordrecht-ambtelijke-organisatie --autoriteit gm0505 --bekend 2021-12-31
	$(IMPORTEER) tests/data/seed_000.txt --id dordrecht-tweede-wijziging --bekend 2023-09-11 \
	  --regeling dordrecht-ambtelijke-organisatie \
	  --opmerking "De datum van bekendmaking (11 september 2023) is afgeleid uit de inwerkingtreding op 12-09-2023 die overheid.nl toont."
	$(IMPORTEER) tests/data/sociaal_fictief_1.txt $(SOCIAAL) --id sociaal-fictief-1 --bekend 2025-06-16
	$(IMPORTEER) tests/data/sociaal_fictief_2.txt $(SOCIAAL) --id sociaal-fictief-2 --bekend 2025-02-20
	$(IMPORTEER) tests/data/sociaal_fictief_3.txt $(SOCIAAL) --id sociaal-fictief-3 --bekend 2025-10-13

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
