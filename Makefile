# make run   the app, on http://127.0.0.1:8000
# make test  the whole test suite, the browser tests included
# make test-long  the long forms: kills, power cuts, load
# make extras what a bucket (CERTMOVE_FILES=s3://...) and Sentry need besides
# make audit known vulnerabilities of what is locked (needs a network)
# make bench what reading costs, as ratios to what it can cost at least
# make bench-load what pages cost among 100,000 moves, and 50 people at once

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
.ONESHELL:

PYTHON ?= python3
V := .venv
BIN := $(V)/bin
MANAGE := $(BIN)/python manage.py
export PYTHONUNBUFFERED := 1
# Eight threads with a heap each keep what none of them needs any more; two heaps are enough.
export MALLOC_ARENA_MAX := 2
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The machine's pip fills the virtual environment: one of its own takes five seconds to make.
PIP = $$([ -x $(BIN)/pip ] && echo $(BIN)/pip || echo $(PYTHON) -m pip --python $(BIN)/python)

# uv installs in a second what takes pip ten; where it has no wheel, pip does it.
define install
	if [ -x $(BIN)/uv ]; then
		$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1)
	else
		$(PIP) install --quiet --require-hashes -r $(1)
	fi
endef

.PHONY: run setup demo test test-long bench bench-load check messages wordings lock sbom licences audit record-release extras

run: setup
	@exec $(BIN)/gunicorn --config python:certmove.server certmove.wsgi

setup: $(V)/.run
	@$(MANAGE) prepare

# Not part of `run`: a bucket's library alone takes 30 MB.
extras: $(V)/.extras

demo: export CERTMOVE_DEMO := yes
demo: setup
	@$(MANAGE) make_demo
	exec $(BIN)/gunicorn --config python:certmove.server certmove.wsgi

test: $(V)/.test
	@$(MANAGE) compile_messages
	export CERTMOVE_CHROMIUM="$$(tests/browser/get-browser.sh)"
	$(BIN)/python -m pytest -n 2 $(ARGS)

test-long: $(V)/.test
	@$(MANAGE) compile_messages
	$(BIN)/python -m pytest -m long $(ARGS)

bench: $(V)/.test
	@$(BIN)/python -m tests.bench

bench-load: $(V)/.test
	@$(BIN)/python -m tests.load $(ARGS)

check: $(V)/.test
	@$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --check --target-version 5.2
	$(BIN)/mypy
	export CERTMOVE_DATA=build/check
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check_messages
	CERTMOVE_URL=https://certmove.example.com $(MANAGE) check --deploy --fail-level WARNING

wordings: $(V)/.test
	@$(BIN)/python -m tests.wordings

messages: $(V)/.test
	@$(MANAGE) extract_messages

lock: $(V)/.test
	@compile() { $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$$@"; }
	compile requirements-uv.in --output-file requirements-uv.lock
	compile requirements-audit.in --output-file requirements-audit.lock
	compile pyproject.toml --extra postgresql --output-file requirements.lock
	compile pyproject.toml --extra postgresql --extra s3 --extra sentry --output-file requirements-extras.lock
	compile pyproject.toml --extra postgresql --group dev --output-file requirements-dev.lock
	$(BIN)/python -m certmove.dependencies.licences

sbom: $(V)/.run
	@mkdir -p build
	$(BIN)/python -m certmove.dependencies.sbom >build/sbom.cdx.json
	echo build/sbom.cdx.json

licences: $(V)/.run
	@$(BIN)/python -m certmove.dependencies.licences

# --strict: without an answer about every package it fails, where it would else say "none found".
audit: build/audit/.installed
	@for lock in requirements.lock requirements-extras.lock requirements-dev.lock; do
		build/audit/bin/pip-audit --strict --disable-pip --require-hashes --requirement "$$lock" \
			|| { echo "No clean bill for $$lock: a vulnerability above, or nobody could be asked (no network?)." >&2; exit 1; }
	done

# What the next version must be able to restore and bring up to date: docs/releasing.md.
record-release: $(V)/.test
	@$(BIN)/python -m tests.released.record

build/audit/.installed: requirements-audit.lock
	@mkdir -p build
	$(PYTHON) -m venv build/audit
	build/audit/bin/pip install --quiet --require-hashes -r $<
	touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "certmove needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	if $(PYTHON) -m pip --version >/dev/null 2>&1; then without=--without-pip; fi
	$(PYTHON) -m venv $${without:-} $(V)

$(V)/.uv: requirements-uv.lock | $(BIN)/python
	@$(PIP) install --quiet --only-binary :all: --require-hashes -r $< \
		|| echo 'There is no uv for this machine: pip installs, which takes longer.'
	touch $@

$(V)/.run: requirements.lock $(V)/.uv
	@echo 'Installing what certmove needs ...'
	$(call install,$<)
	touch $@

$(V)/.extras: requirements-extras.lock $(V)/.run
	@echo 'Installing what a bucket and Sentry need ...'
	$(call install,$<)
	touch $@

$(V)/.test: requirements-dev.lock $(V)/.run
	@echo 'Installing what its tests need ...'
	$(call install,$<)
	touch $@
