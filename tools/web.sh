#!/usr/bin/env bash
# Runs a command with the toolchain for wasm32-unknown-unknown: tools/web.sh trunk build, tools/web.sh cargo clippy …
# Only this script depends on whether that toolchain comes from rustup or from Debian.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

TOOLCHAIN="${WASM_TOOLCHAIN:-$(head -n 1 "$WASM_TOOLCHAIN_FILE" 2>/dev/null || true)}"
[ -n "$TOOLCHAIN" ] || { echo "tools/web.sh: run tools/setup.sh first" >&2; exit 1; }

PATH="$TRUNK_DIR/bin:$WASM_BINDGEN_DIR/bin:$WASM_SPLIT_DIR/bin:$ROOT/node_modules/.bin:$PATH"
if [ "$TOOLCHAIN" = debian ]; then
  PATH="$DEBIAN_WEB_BIN:$PATH"
  export RUSTC="$DEBIAN_WEB_BIN/rustc"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/rust-lld
  unset RUSTUP_TOOLCHAIN
fi
export PATH
# Build std from source, optimised for size, if its source is installed (Debian ships no compiled std): the WASM shrinks by
# a sixteenth (brotli). RUSTC_BOOTSTRAP allows these unstable options in a stable compiler.
if [ -f "$("${RUSTC:-rustc}" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  publish_flags="-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort"
else
  publish_flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$ROOT=."
fi
# The published WASM contains no panic messages and no build paths: builds are reproducible and 16 KB of 404 smaller (brotli).
if [ "${PUBLISH:-}" = 1 ]; then export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$publish_flags"; fi
# The two toolchains must not share build artefacts with each other or with native builds.
export CARGO_TARGET_DIR="$ROOT/target/web/$TOOLCHAIN"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
# Many terminals and CI machines set NO_COLOR=1, which Trunk rejects as an invalid boolean.
unset NO_COLOR
# Otherwise Trunk prints its own stack trace after each compile error.
export RUST_BACKTRACE=0
exec "$@"
