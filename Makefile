# Commands of the project; `make help` lists them. The work is done by the scripts in tools/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run build dev test test-browsers check setup setup-test sizes bench fuzz audit reproduce clean clean-tools

PORT ?= 8080
export PORT

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  DATASET=path make build   builds the app on another dataset file"
	@echo "  PORT=8123 make run        serves on another port (0: any free one)"

setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

run: setup ## build the release app if anything changed and serve it at http://127.0.0.1:8080
	@tools/build.sh release
	@node tools/serve.mjs --port $(PORT)

build: setup ## build the release app into dist/
	@tools/build.sh release

dev: setup ## development: serve with reload after each change
	@tools/build.sh serve

test: setup-test ## set-up, then every test of the project, then a summary
	@node tools/test-all.mjs

test-browsers: ## the end-to-end scenarios on Chromium, Firefox and WebKitGTK (about 40 minutes); writes docs/engines.md
	@tools/setup.sh browsers
	@tools/build.sh release
	@DATASET=tests/fixtures/small.json DIST=target/web/small-dist tools/build.sh release
	@. tools/env.sh && GECKODRIVER="$$GECKODRIVER_DIR/bin/geckodriver" node tools/test-browsers.mjs

check: setup-test ## formatting and lints, native and wasm; any warning fails
	@tools/check.sh

sizes: build ## sizes of dist/ by kind: raw, gzip, brotli
	@node tools/sizes.mjs

bench: setup-test ## measure the app beside its peers in one browser (about 20 minutes); writes bench/RESULTS.md
	@cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@tools/build.sh release
	@LIST_FROM_PAGE=1 DIST=target/bench/app tools/build.sh release
	@node bench/run.mjs

fuzz: ## a million hostile inputs for every reader of foreign text (needs a nightly compiler); see docs/fuzzing.md
	@tools/fuzz.sh

audit: ## licences, duplicates, sources and known holes of everything by others; see docs/supply-chain.md
	@tools/setup.sh audit
	@tools/audit.sh

reproduce: setup ## build the last commit twice, in two places, and compare every byte
	@tools/reproduce.sh

clean: ## remove what was built here (tools stay)
	rm -rf target dist node_modules

clean-tools: ## remove the per-user cache of tools, for all clones
	@. tools/env.sh && rm -rf "$$CACHE" && echo "removed $$CACHE"
