# Kogu: every verb, the same on a laptop and in CI. Bare `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
ifeq ($(filter oneshell,$(.FEATURES)),)
$(error Kogu needs GNU make 4; macOS brings an older one: `brew install make`, then say gmake)
endif

# The first Python that is new enough; .python-version may name one that pyenv keeps.
PYTHON ?= $(shell for python in python3.13 python3.14 python3.12 python3; do \
	command -v $$python >/dev/null && $$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null \
	&& { echo $$python; break; }; done)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
DEMO := DJANGO_SETTINGS_MODULE=kogu.settings.demo
STATIC := $(or $(DATA_DIR),var)/static/staticfiles.json
TESTS ?= tests
# Journeys through the browser take longer than all else together; under CI nothing is left out.
MARKED := $(if $(filter true,$(CI)),,-m "not browser")

.PHONY: help install demo demo-data demo-reset serve test lint check-full bench messages pin clean

help: ## List what make can do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

.venv/ready: requirements.txt requirements-dev.txt pyproject.toml
	@if [ -z "$(PYTHON)" ]; then echo "Kogu needs Python 3.12 or newer; none was found on this machine." >&2; exit 1; fi
	echo "Installing into .venv …"
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip uv
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements.txt
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements-dev.txt
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	touch .venv/ready

# Compiled by Babel, so that no system's gettext is needed.
site/locale/ready: .venv/ready $(wildcard site/locale*/*/LC_MESSAGES/*.po)
	@$(BIN)/pybabel --quiet compile --domain django --directory site/locale
	$(BIN)/pybabel --quiet compile --domain "django djangojs" --directory site/locale_libraries
	touch site/locale/ready

# Collected, fingerprinted and compressed again only when a file or a package has changed.
$(STATIC): .venv/ready site/kogu/web/staticfiles.py $(shell find site -path '*/static/*' -type f)
	@export DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-kogu.settings.demo}
	$(MANAGE) collectstatic --noinput --verbosity 0

install: .venv/ready site/locale/ready ## Make .venv with everything pinned

demo: install ## Build the demo region and serve it at http://127.0.0.1:$PORT/
	@export $(DEMO)
	$(MAKE) --silent $(STATIC) & collecting=$$!
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) demo_data
	wait $$collecting
	exec $(BIN)/python -m kogu.serving

demo-data: install ## Build or complete the demo region, keeping what was changed
	@$(DEMO) $(MANAGE) migrate --verbosity 0
	$(DEMO) $(MANAGE) demo_data

demo-reset: install ## Delete the demo region and build it anew
	@$(DEMO) $(MANAGE) migrate --verbosity 0
	$(DEMO) $(MANAGE) demo_data --reset

serve: install ## Serve the site with its worker
	@export DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-kogu.settings.demo}
	$(MAKE) --silent $(STATIC)
	$(MANAGE) migrate --verbosity 0
	exec $(BIN)/python -m kogu.serving

test: install ## Run the tests on the embedded database
	@$(BIN)/python -m tests.services
	$(BIN)/python -m pytest -n 2 --dist worksteal -q $(MARKED) $(TESTS)

lint: install ## Check form, types, imports and migrations
	@$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	DJANGO_SETTINGS_MODULE=kogu.settings.test $(MANAGE) makemigrations --check --dry-run --verbosity 0
	$(BIN)/djlint --lint --quiet templates

check-full: install ## Run what is too long for CI
	@bash .ci/full

bench: install ## Measure queries and CPU time per request
	@$(BIN)/python -m tests.bench

messages: install ## Collect our messages to translate and compile them
	@for language in et lv pl; do
		$(DEMO) $(MANAGE) makemessages -l $$language --no-location --no-wrap --no-obsolete -i .venv -i var -i tests
	done
	$(MAKE) --silent site/locale/ready

pin: install ## Resolve requirements*.in into pinned, hashed requirements*.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

clean: ## Remove what was built, keeping data
	@rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
