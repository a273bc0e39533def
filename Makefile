# `make help` lists the commands. They work in .venv, which the first one makes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
EVERYTHING := --editable . --group dev --group rendered
UV_OR_PIP := $(if $(UV),$(UV) pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install --quiet)
WORKERS ?= 2
DEMO_DIR ?= build/demo
DEMO_PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fix bench faults fuzz chains models mutation coverage conformance examples parity pictures hooks clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/ready ## Make .venv with everything that the other commands need

demo: $(VENV)/ready ## Render the shop into build/demo (DEMO_DIR) and serve it on port 8000 (DEMO_PORT)
	@PYTHONWARNINGS=ignore $(BIN)/copier copy --quiet --trust --defaults --overwrite --vcs-ref HEAD . $(DEMO_DIR)
	@$(BIN)/python -m tests.examples.demo $(DEMO_DIR) http://127.0.0.1:$(DEMO_PORT)
	@PORT=$(DEMO_PORT) $(MAKE) --no-print-directory -C $(DEMO_DIR) run

test: $(VENV)/ready ## Run every test; those of an absent database server are left out, and named
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(VENV)/ready ## Check format, lint, types and imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/ready ## Format the code, and repair what lint can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

examples: $(VENV)/ready ## Render the examples again, after a change of the template
	$(BIN)/python -m tests.examples

conformance: $(VENV)/ready ## Run the cases of the HTTP contract only
	$(BIN)/python -m pytest tests/conformance

bench: $(VENV)/ready ## Measure all figures, and write docs/benchmarks.md; needs PostgreSQL and half an hour of quiet
	$(BIN)/python -m tests.benchmarks

faults: $(VENV)/ready ## Kill, race, exhaust and restart a service at length; needs PostgreSQL and MariaDB
	$(BIN)/python -m tests.faults

fuzz: $(VENV)/ready ## Fuzz every model at length, with five seeds; a quarter of an hour a stack
	$(BIN)/python -m tests.fuzz

chains: $(VENV)/ready ## Follow long chains of changes of a model, with rows, in every stack; needs PostgreSQL and MariaDB
	$(BIN)/python -m tests.migrations

models: $(VENV)/ready ## Draw 1,000 random models and render them, and spoil 1,000; a quarter of an hour
	$(BIN)/python -m tests.models

coverage: $(VENV)/ready ## Tell which branches of extensions/ the quick tests take; a few minutes
	$(BIN)/python -m tests.coverage

mutation: $(VENV)/ready ## Break extensions/ in random places, and see whether a quick test fails; an hour or two
	@$(BIN)/python -c 'import mutmut' 2>/dev/null || $(UV_OR_PIP) --group mutation
	nice -n 10 $(BIN)/python -m tests.mutation

pictures: $(VENV)/ready ## Draw the README's pictures again, and those that the tests compare with
	$(BIN)/python -m tests.docs.picture
	$(BIN)/python -m tests.unit.diagrams.drawings
	$(BIN)/stackwright diagram shop --project examples/shop --format svg --out docs/images

parity: $(VENV)/ready ## Write docs/reference/parity.md: what each stack is held to
	$(BIN)/python -m tests.docs.parity

hooks: $(VENV)/ready ## Run the checks before every commit
	$(BIN)/pre-commit install

clean: ## Remove .venv, build/ and every cache
	rm -rf $(VENV) build .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .schemathesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: pyproject.toml
	@echo "Making $(VENV), which takes a minute the first time."
ifeq ($(UV),)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 or newer is needed; name it so: make setup PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@# uv is several times faster than pip; where it finds no registry, pip does it.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade uv "pip>=25.1"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python $(EVERYTHING) \
	  || $(BIN)/python -m pip install --quiet $(EVERYTHING)
else
	@$(UV) venv --quiet --allow-existing --python ">=3.11" $(VENV)
	@$(UV) pip install --quiet --python $(BIN)/python $(EVERYTHING)
endif
	@touch $@
