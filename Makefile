# `make help` lists the commands. The scripts in tools/ implement them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run build dev test test-browsers check setup setup-test sizes bench fuzz audit reproduce clean clean-tools

PORT ?= 8080
export PORT

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  DATASET=path make build   builds the app with another list; takes seconds if the program is built"
	@echo "  PORT=8123 make run        serves on another port (0: any free one)"

setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

run: setup ## build the release app if anything has changed, and serve it at http://127.0.0.1:8080
	@tools/build.sh release
	@node tools/serve.mjs --port $(PORT)

build: setup ## build the release app into dist/
	@tools/build.sh release

dev: setup ## development server: rebuild and reload after each change
	@tools/build.sh serve

test: setup-test ## install the tools, run all tests, print a summary
	@node tools/test-all.mjs

test-browsers: ## run the end-to-end tests in Chromium, Firefox and WebKitGTK (about 40 minutes); writes docs/engines.md
	@tools/setup.sh browsers
	@tools/build.sh release
	@DATASET=tests/fixtures/small.json DIST=target/web/small-dist tools/build.sh release
	@. tools/env.sh && GECKODRIVER="$$GECKODRIVER_DIR/bin/geckodriver" node tools/test-browsers.mjs

check: setup-test ## check formatting and lints, native and wasm; any warning fails
	@tools/check.sh

sizes: build ## print the sizes of dist/ by kind: raw, gzip, brotli
	@node tools/sizes.mjs

bench: setup-test ## compare the speed with other table libraries (about 20 minutes; PARTS=loading,lists: these parts only)
	@cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@tools/build.sh release
	@node bench/run.mjs

fuzz: ## fuzz every parser of untrusted input with a million inputs (needs a nightly compiler); see docs/fuzzing.md
	@tools/fuzz.sh

audit: ## check licences, duplicates, sources and vulnerabilities of dependencies; see docs/supply-chain.md
	@tools/setup.sh audit
	@tools/audit.sh

reproduce: setup ## build the last commit twice in different folders and compare the results
	@tools/reproduce.sh

clean: ## remove build results and npm packages, but not the tools
	rm -rf target dist node_modules

clean-tools: ## remove the tools, which all clones of this user share
	@. tools/env.sh && rm -rf "$$CACHE" && echo "removed $$CACHE"
