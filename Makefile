# make run    codes examples/ into output/, prints a summary and writes output/report.html
# make test   lint, types and all tests
# make test-spark   the tests of the Spark engine, with pyspark (Java 17 must be there)
# Both set up .venv first, once: a change of pyproject.toml or constraints.txt sets it up again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test test-spark lint types format clean

run: $(STAMP)
	$(BIN)/coder code examples -o output
	$(BIN)/coder report output

# By file: the tests of a file share what they load. Each process takes 1.7 GB.
test: lint types
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

test-spark: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,spark]'
	$(BIN)/pytest tests/engines/test_spark.py

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find output -mindepth 1 ! -name .gitkeep -delete

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "coder needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)
