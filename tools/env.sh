# Paths and versions, sourced by the other scripts and the Makefile. Works from any directory.
# shellcheck shell=bash disable=SC1091

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$ROOT/tools/versions.env"

# locked_version PACKAGE: its version in Cargo.lock.
locked_version() {
  awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock"
}

WASM_BINDGEN_VERSION="$(locked_version wasm-bindgen)"

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/ward-indicators"
# One folder per tool and version, so that clones which need different versions can share the cache.
TRUNK_DIR="$CACHE/tools/trunk-$TRUNK_VERSION"
WASM_BINDGEN_DIR="$CACHE/tools/wasm-bindgen-$WASM_BINDGEN_VERSION"
WASM_SPLIT_DIR="$CACHE/tools/wasm-split-$WASM_SPLIT_VERSION"
CARGO_DENY_DIR="$CACHE/tools/cargo-deny-$CARGO_DENY_VERSION"
GECKODRIVER_DIR="$CACHE/tools/geckodriver-$GECKODRIVER_VERSION"
# Symbolic links to Debian's cargo and rustc, to put these first in PATH without the rest of /usr/bin.
DEBIAN_WEB_BIN="$CACHE/tools/debian-web/bin"
# First line: "rustup" or "debian". Second line: the rustc version for which that was determined.
WASM_TOOLCHAIN_FILE="$CACHE/tools/wasm-toolchain"
