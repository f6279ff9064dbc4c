# The menu: `make help`. tools/bootstrap.py does the work, in any Python 3.11 or newer.

ifeq ($(origin PYTHON),undefined)
FOUND := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; \
	do command -v $$p && break; done 2>/dev/null)
else
FOUND := $(PYTHON)
endif
DO = @$(if $(FOUND),$(FOUND),$(error Python is missing: install Python 3.11 or newer, \
	from https://www.python.org/downloads/)) tools/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run dev test test-fast lint format messages password seed export artwork check bench lighthouse faults rehearse corpus lock

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: ## Serve the site at http://127.0.0.1:8000 (HOST=, PORT=)
	$(DO) run

dev: ## The same with debug pages, restarting when code changes
	$(DO) dev

test: ## Everything that has to pass (ARGS=tests/faq or "-k words" for a part)
	$(DO) test $(ARGS)

test-fast: ## The tests of what you changed, each once, on SQLite (ARGS=tests for all)
	$(DO) test-fast $(ARGS)

lint: ## Look for mistakes in Python and templates
	$(DO) lint

format: ## Put Python and templates in the house style
	$(DO) format

messages: ## Collect and compile texts to translate (LANGUAGE=de; all without)
	$(DO) messages $(if $(filter command,$(origin LANGUAGE)),$(LANGUAGE))

password: ## Set a new password for admin and print it (ACCOUNT=maria for another)
	$(DO) password $(ACCOUNT)

seed: ## Load the guides that were never loaded; changes nothing else
	$(DO) seed

export: ## Write a guide from the database to fixtures/ (GUIDE=its name)
	$(DO) manage export_guide $(or $(GUIDE),machine-learning-engineer) \
		--output fixtures/$(or $(GUIDE),machine-learning-engineer).yaml

artwork: ## Render the drawings: icons, and the pictures of guides
	$(DO) artwork

check: ## Check the settings for production, and that no migration is missing
	$(DO) check

faults: ## Break the running site on purpose, and see that promises hold
	$(DO) faults $(ARGS)

rehearse: ## Follow docs/operating.md on a bare Debian (needs root and debootstrap)
	$(DO) rehearse

corpus: ## Read the .csv and .xlsx files of folders, and compare (ARGS="folder ...")
	$(DO) corpus $(ARGS)

bench: ## Measure pages per second beside an empty Django view
	$(DO) bench $(ARGS)

lighthouse: ## Scores, largest paint, layout shift and bytes of a page of each kind
	$(DO) lighthouse

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: ## Compile requirements*.in to exact versions with hashes (ARGS=--upgrade)
	@command -v uv >/dev/null || { echo "uv is missing: install it, https://docs.astral.sh/uv/"; exit 1; }
	@$(LOCK) $(ARGS) requirements.in --output-file requirements.txt
	@$(LOCK) $(ARGS) requirements-dev.in --output-file requirements-dev.txt
