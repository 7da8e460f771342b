#!/usr/bin/env bash
# Formatting and lints; any warning fails. Native code and the code for the browser are looked at separately, because
# each contains parts the other does not compile.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

need() {
  "$@" --version >/dev/null 2>&1 || { echo "check: '$*' is missing: run 'rustup component add rustfmt clippy'" >&2; exit 1; }
}
need cargo fmt
need cargo clippy

for folder in . bench/native fuzz; do cargo fmt --all --check --manifest-path "$folder/Cargo.toml"; done
cargo clippy --locked --workspace --all-targets -- -D warnings
cargo clippy --locked --all-targets --manifest-path bench/native/Cargo.toml --target-dir target/bench-native -- -D warnings
# Not all targets: the unit tests inside the library are native, only tests/browser*.rs are compiled for the browser.
browser_tests=()
for file in tests/browser*.rs; do
  if [ -f "$file" ]; then browser_tests+=(--test "$(basename "$file" .rs)"); fi
done
# The app is built in chunks, the tests in the browser in one piece.
tools/web.sh cargo clippy --locked --target wasm32-unknown-unknown --features chunked --lib --bins -- -D warnings
tools/web.sh cargo clippy --locked --target wasm32-unknown-unknown --lib "${browser_tests[@]}" -- -D warnings
for script in tools/*.sh .ci/run; do bash -n "$script"; done
echo "check: clean" >&2
