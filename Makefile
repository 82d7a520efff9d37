# Pressreview: every target in a line. `make html` and `make test` need Python ≥ 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
# Edits of `make faults`.
EDITS ?= 500
# Of `make bench`: digests, runs of each work, peers.
N ?= 1000
R ?= 3
PEERS ?= hugo eleventy pelican

.DEFAULT_GOAL := help
.PHONY: help html serve check test faults accuracy bench speeds golden lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

html: .venv/ready ## build the site into output/
	$(BIN)/python -m generator build

serve: .venv/ready ## build, serve on http://127.0.0.1:8000 and show every change in the browser as you save it
	$(BIN)/python -m generator serve

check: .venv/ready ## report every problem of the content, and write nothing
	$(BIN)/python -m generator check

test: .venv/ready node_modules/ready ## lint, types and all tests, a real browser among them
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.chromium
	$(BIN)/pytest --numprocesses auto --dist loadfile

faults: .venv/ready ## make EDITS edits at random and compare each build with one from nothing
	PRESSREVIEW_EDITS=$(EDITS) $(BIN)/pytest tests/building/test_any_edit.py

accuracy: .venv/ready ## score the rules on the annotated texts of PRESSREVIEW_SHARED; fail below a floor
	$(BIN)/python -m accuracy

bench: .venv/ready ## build N made digests beside Hugo, Eleventy and Pelican, R runs each; GROWTH=1 adds N/10
	$(BIN)/python -m bench.compare --digests $(N) --runs $(R) $(GROWTH:%=--growth) --peers $(PEERS)

speeds: .venv/ready ## measure words per second, summaries, verdicts on a large site, related digests, Markdown engines, and how cost grows with length
	$(BIN)/python -m bench.quotes_speed
	$(BIN)/python -m bench.summary_speed
	$(BIN)/python -m bench.verification
	$(BIN)/python -m bench.related_digests
	$(BIN)/python -m bench.digest_cost
	$(BIN)/python -m bench.markdown_speed

golden: .venv/ready ## rewrite tests/golden/ from today's output; read the diff before you commit
	$(BIN)/python -m tests.golden.rewrite

lock: requirements.in ## choose the newest versions again and write requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade requirements.in -o requirements.lock

clean: ## remove what was built and installed
	rm -rf output .output.pressreview bench/.work .venv node_modules

# The environment is made again only when the lock changes.
.venv/ready: requirements.lock
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Pressreview needs Python 3.11 or newer: make PYTHON=python3.12 …')"
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	touch $@

# axe-core and html-validate for the tests; Node itself comes with the environment.
node_modules/ready: package-lock.json .venv/ready
	$(BIN)/python -m tests.node_parts
	touch $@
