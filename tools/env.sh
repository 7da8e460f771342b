# Sourced by tools/setup.sh, tools/web.sh and the Makefile's recipes: where things are. Works from any directory.
# shellcheck shell=bash disable=SC1091

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$ROOT/tools/versions.env"

# The version of one package in Cargo.lock.
locked_version() {
  awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock"
}

WASM_BINDGEN_VERSION="$(locked_version wasm-bindgen)"

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/ward-indicators"
# One folder per tool and version: another clone, or another version, never disturbs what is there.
TRUNK_DIR="$CACHE/tools/trunk-$TRUNK_VERSION"
WASM_BINDGEN_DIR="$CACHE/tools/wasm-bindgen-$WASM_BINDGEN_VERSION"
WASM_SPLIT_DIR="$CACHE/tools/wasm-split-$WASM_SPLIT_VERSION"
CARGO_DENY_DIR="$CACHE/tools/cargo-deny-$CARGO_DENY_VERSION"
GECKODRIVER_DIR="$CACHE/tools/geckodriver-$GECKODRIVER_VERSION"
# Links to Debian's cargo and rustc, so that they can come first in PATH without the rest of /usr/bin.
DEBIAN_WEB_BIN="$CACHE/tools/debian-web/bin"
# Holds "rustup" or "debian" for the rustc it was found out with.
WASM_WAY_FILE="$CACHE/tools/wasm-way"
