# make run    the environment, then the bundled sample through the whole line
# make test   the same environment, then the tests, in JOBS=2 processes: about ten minutes on two idle cores
# make soak   the long runs of faults, kills, hostile files, and reads during publications: some 30 to 40 minutes on two
#             idle cores; it prints its figures at the end, one a line
# make check  format, lint, types, import contracts
# make audit  the locks against floors and hashes, then against the holes that osv.dev knows: it needs the network
# make bench  speed of reading, beside pdfplumber and PDFium, of the line and the warehouse; figures in build/bench.json
# make pictures  the picture of the report in docs/pictures (it needs Debian's chromium and chromium-driver)
# make accuracy  docs/accuracy.md and its Chinese page, from the hand-labelled records in ../shared
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP = .venv/bin/python -m pip --disable-pip-version-check -qq
MEASURED ?= 2026-11
JOBS ?= 2
SCALE ?= 0.1
OSV ?= https://api.osv.dev/v1/query

.PHONY: run test soak check audit bench pictures accuracy clean

run: .venv/ready
	@.venv/bin/jiyao ingest --replay sample

test: .venv/ready
	@.venv/bin/pytest -n $(JOBS) --dist loadfile

soak: .venv/ready
	@.venv/bin/pytest -n $(JOBS) --dist worksteal -m soak

check: .venv/ready
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo > .venv/contracts.txt || { cat .venv/contracts.txt; exit 1; }
	@tail -n 1 .venv/contracts.txt

audit: .venv/ready
	@.venv/bin/pytest -q tests/test_lock.py
	@.venv/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -s osv --osv-url $(OSV) -r requirements.lock -r requirements-ocr.lock || { echo "audit: not passed 未通过; nothing was checked where the vulnerability service was not reached" >&2; exit 2; }

bench: .venv/ready
	@.venv/bin/python -m benchmarks.suite --scale $(SCALE)

pictures: .venv/ready
	@JIYAO_WRITE=1 .venv/bin/pytest -q tests/flows/report/test_browser.py -k picture

accuracy: .venv/ready
	@.venv/bin/python -m benchmarks.accuracy --corpus ../shared/corpus --measured $(MEASURED)

.venv/ready: requirements.lock pyproject.toml
	@echo "making .venv (a minute or two) 建立环境 …"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock -c requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv build data
