# make run    the environment, then the bundled sample through the whole line
# make test   the same environment, then the tests
# make check  format, lint, types, import contracts
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP = .venv/bin/python -m pip --disable-pip-version-check -qq

.PHONY: run test check clean

run: .venv/ready
	@.venv/bin/jiyao ingest --replay sample

test: .venv/ready
	@.venv/bin/pytest

check: .venv/ready
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo > .venv/contracts.txt || { cat .venv/contracts.txt; exit 1; }
	@tail -n 1 .venv/contracts.txt

.venv/ready: requirements.lock pyproject.toml
	@echo "making .venv (a minute or two) 建立环境 …"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv data
