#!/usr/bin/env bash
# Checks formatting and lints; any warning fails. Native and wasm code are linted separately, because each contains code
# that the other target does not compile.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

require() {
  "$@" --version >/dev/null 2>&1 || { echo "check: '$*' is not installed: run 'rustup component add rustfmt clippy'" >&2; exit 1; }
}
require cargo fmt
require cargo clippy

for folder in . bench/native fuzz; do cargo fmt --all --check --manifest-path "$folder/Cargo.toml"; done
cargo clippy --locked --workspace --all-targets --features ward-indicators/ssr,site/pages -- -D warnings
cargo clippy --locked --all-targets --manifest-path bench/native/Cargo.toml --target-dir target/bench-native -- -D warnings
# Not --all-targets: of the tests, only tests/browser*.rs compile for the browser.
browser_tests=()
for file in tests/browser*.rs; do
  if [ -f "$file" ]; then browser_tests+=(--test "$(basename "$file" .rs)"); fi
done
# The app is built with code splitting, the browser tests without.
tools/web.sh cargo clippy --locked --target wasm32-unknown-unknown --features chunked --lib --bins -- -D warnings
tools/web.sh cargo clippy --locked --target wasm32-unknown-unknown --lib "${browser_tests[@]}" -- -D warnings
for script in tools/*.sh .ci/run; do bash -n "$script"; done
echo "check: no warnings" >&2
