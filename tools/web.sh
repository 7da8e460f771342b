#!/usr/bin/env bash
# Runs a command in the environment that compiles for the browser: tools/web.sh trunk build, tools/web.sh cargo clippy …
# This is the only place that knows which of the two ways to wasm32-unknown-unknown this machine takes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

WAY="${WASM_WAY:-$(head -n 1 "$WASM_WAY_FILE" 2>/dev/null || true)}"
[ -n "$WAY" ] || { echo "tools/web.sh: run tools/setup.sh first" >&2; exit 1; }

PATH="$TRUNK_DIR/bin:$WASM_BINDGEN_DIR/bin:$WASM_SPLIT_DIR/bin:$ROOT/node_modules/.bin:$PATH"
if [ "$WAY" = debian ]; then
  PATH="$DEBIAN_WEB_BIN:$PATH"
  export RUSTC="$DEBIAN_WEB_BIN/rustc"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/rust-lld
  unset RUSTUP_TOOLCHAIN
fi
export PATH
# Where its source is at hand, std is built along, in its small form: Debian ships no other, and measured on this app the
# program shrinks by a sixteenth (brotli). That switch is what RUSTC_BOOTSTRAP allows.
if [ -f "$("${RUSTC:-rustc}" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  shipped="-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort"
else
  shipped="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$ROOT=."
fi
# What readers get holds no messages for developers and not the places where it was built: the same bytes anywhere, and
# measured on this app 16 KB less of 404 (brotli). A fault ends the program with or without a message.
if [ "${SHIPPED:-}" = 1 ]; then export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$shipped"; fi
# The two compilers must not share artefacts with each other or with native builds.
export CARGO_TARGET_DIR="$ROOT/target/web/$WAY"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
# A variable many terminals and CI machines set and Trunk would misread: it takes NO_COLOR=1 for a bad truth value.
unset NO_COLOR
# Where this is set, every failed compilation would end in a stack trace of the bundler.
export RUST_BACKTRACE=0
exec "$@"
