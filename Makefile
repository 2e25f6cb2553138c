# make demo  sets up and runs the main job on a sample; make test sets up and runs the tests; make check adds
# style, types, floors and docs. All need only Python 3.11 or newer and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAMPLE := data/linhe-2025-half-year.txt
# Installing again and again is skipped: a stamp is newer than what it was made from.
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
BENCH := $(VENV)/.bench-installed
# What `make compiled` turns into C, seen from src/, and where `make bench` puts a copy of it.
HOT := pressparse/claims/[a-z]*.py pressparse/record.py pressparse/span.py \
  $(addprefix pressparse/text/,script.py spread.py tag.py) pressparse/transcript/dialect/[a-z]*.py pressparse/report/views.py \
  $(addprefix pressparse/transcript/,announcement.py call.py cast.py exchange.py holder.py lead.py parted.py person.py) \
  $(addprefix pressparse/transcript/,presiding.py roster.py turn.py)
COPY := build/compiled
# Functions of one module call each other without the detour that a shared library makes.
MYPYC := CFLAGS="-fno-semantic-interposition -fno-plt" $(abspath $(BIN))/mypyc

.PHONY: demo test check score bench mutation golden compiled interpreted clean

demo: $(RUN)
	$(BIN)/pressparse turns $(SAMPLE) --columns turn,role,speaker,title,kind,exchange --limit 12
	$(BIN)/pressparse numbers $(SAMPLE) --columns text,kind,low,unit,metric,period,change,base --limit 15
	$(BIN)/pressparse keywords $(SAMPLE) --top 10

test: $(DEV)
	$(BIN)/python -m pytest -n auto

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest --doctest-modules src/pressparse -p no:cacheprovider

score: $(DEV)
	$(BIN)/python tests/gate/score.py

# All figures as they are installed, then those of reading numbers again with the hot modules compiled, in a copy.
bench: $(BENCH)
	$(BIN)/python tests/bench.py
	$(MAKE) --no-print-directory $(COPY)/.compiled
	PYTHONPATH=$(COPY) $(BIN)/python tests/bench.py numbers others

mutation: $(DEV)
	$(BIN)/python tests/mutation.py

golden: $(DEV)
	$(BIN)/python -m pytest tests/test_golden.py tests/test_docs.py --write-golden

# The modules that texts are read with, turned into C with mypyc: the same rows at twice the speed. It takes about five
# minutes on two cores, and a C compiler. What is compiled wins over its source: after an edit, again or `make interpreted`.
# Constants of these modules are Final: compiled code then reads them without looking in a dictionary.
compiled: $(DEV)
	cd src && $(MYPYC) --config-file ../pyproject.toml $(HOT)

interpreted:
	rm -rf src/build src/.mypy_cache src/*__mypyc.*.so src/pressparse/*.so src/pressparse/*/*.so src/pressparse/*/*/*.so

$(COPY)/.compiled: $(DEV) $(shell find src -name '*.py' -o -name '*.t??*')
	rm -rf $(COPY) && mkdir -p $(COPY) && cp -r src/pressparse $(COPY)/
	cd $(COPY) && $(MYPYC) --config-file ../../pyproject.toml $(HOT)
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "pressparse needs Python 3.11 or newer; try make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "cannot make a virtual environment; on Debian install python3-venv"; exit 1; }

$(RUN): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(DEV): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(RUN)

$(BENCH): $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
