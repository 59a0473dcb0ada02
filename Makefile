# Everything a person or a machine does with this checkout. `make` alone lists it.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PACKAGE_STAMP := $(VENV)/.installed-package
TRAINING_STAMP := $(VENV)/.installed-training
# Any Python from 3.11 on; the first of these that is one. Choose another with `make PYTHON=...`.
PYTHON ?= python3 python3.13 python3.12 python3.11 python

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Tests and pictures need no display.
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# There is a process of tests for each core already.
ONE_THREAD := OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1

.PHONY: help run test lint faults bench accuracy golden screenshots model package clean

help:
	@echo "make run          open the program"
	@echo "make test         check style, types and layers, then run all the tests"
	@echo "make lint         check style, types and layers only"
	@echo "make faults       kill the program and cut its power thousands of times (some minutes)"
	@echo "make bench        measure start, extraction, memory, exporters and the canvas, beside a peer"
	@echo "make accuracy     compare the tagger with others, score the model and the reading of pages"
	@echo "make golden       keep the drawings of sample timelines anew; git diff tells what moved"
	@echo "make screenshots  draw the pictures of the program anew"
	@echo "make model        train the language model anew from the corpora (an hour)"
	@echo "make package      build a folder that runs without Python"
	@echo "make clean        remove .venv and everything that was built"

run: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py --window
	@$(BIN)/timeline-app-window

test: lint
	@$(BIN)/python packaging/system_libraries.py
	$(OFFSCREEN) $(ONE_THREAD) $(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

faults: $(STAMP)
	@$(OFFSCREEN) $(ONE_THREAD) $(BIN)/python -m tests.faults

bench: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	$(OFFSCREEN) $(BIN)/python -m tests.bench

accuracy: $(STAMP)
	@$(BIN)/python -m tests.accuracy
	@$(BIN)/python -m tests.accuracy.model_scores
	@$(BIN)/python -m tests.accuracy.linking_scores
	@$(BIN)/python -m tests.accuracy.page_scores
	@$(BIN)/python -m tests.accuracy.same_event_scores

golden: $(STAMP)
	$(BIN)/python -m tests.layout.golden_text
	$(OFFSCREEN) $(BIN)/python -m tests.rendering.snapshots

screenshots: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots

# One thread and a fixed seed: the same corpora give the same model.
model: $(TRAINING_STAMP)
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 \
	  $(BIN)/python -m timeline_app.extraction.training

package: $(PACKAGE_STAMP)
	@$(BIN)/python packaging/system_libraries.py
	@$(BIN)/python packaging/system_libraries.py --window || \
	  echo "What is built here will need them where it opens a window." >&2
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build packaging/timeline-app.spec
	$(OFFSCREEN) $(BIN)/python packaging/smoke.py dist/timeline-app

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(STAMP): pyproject.toml constraints.txt
	@python=""; \
	for candidate in $(PYTHON); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python="$$candidate"; break; \
	  fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Timeline App needs Python 3.11 or newer, and there is none among: $(PYTHON)." >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; \
	  exit 1; \
	fi; \
	echo "Installing into $(VENV); this takes a minute or two."; \
	"$$python" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(PACKAGE_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[package]'
	@touch $@

$(TRAINING_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[training]'
	@touch $@
