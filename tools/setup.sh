#!/usr/bin/env bash
# Installs what the other commands need and is still missing. Safe to interrupt and to run again: each tool is built in a
# temporary folder and renamed into place when it is complete.
#
#   tools/setup.sh build     tools for `make build` and `make run`
#   tools/setup.sh test      these, plus Chromium, ChromeDriver, pdftotext, valgrind and a Japanese font
#   tools/setup.sh browsers  these, plus Firefox and WebKitGTK with their drivers, and Xvfb
#   tools/setup.sh audit     only cargo-deny and the npm packages
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# --- prerequisites ----------------------------------------------------------------------------------------------------

require_rust() {
  command -v cargo >/dev/null && command -v rustc >/dev/null ||
    fail "cargo is missing: install Rust with rustup from https://rustup.rs and open a new shell"
  local wanted have
  wanted="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml")"
  have="$(rustc --version | awk '{print $2}')"
  [ "$(printf '%s\n%s\n' "$wanted" "$have" | sort -V | head -n 1)" = "$wanted" ] ||
    fail "Rust $wanted or newer is needed, found $have: run 'rustup update stable'"
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js $NODE_MIN_MAJOR or newer with npm is missing: install it from https://nodejs.org or with your package manager"
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge "$NODE_MIN_MAJOR" ] || fail "Node.js $NODE_MIN_MAJOR or newer is needed, found $(node --version)"
}

# --- apt --------------------------------------------------------------------------------------------------------------

have_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed'; }

# apt_install REASON PACKAGE…: installs missing packages, as root or with sudo.
apt_install() {
  local reason="$1" missing=() package as_root=() install
  shift
  for package in "$@"; do have_package "$package" || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null ||
    fail "$reason: install the equivalent of these Debian packages: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as_root=(sudo)
    else
      fail "$reason, and this user cannot install packages: run as root 'apt-get install -y ${missing[*]}'"
    fi
  fi
  say "installing ${missing[*]} (apt)"
  # The package lists may be missing or outdated: update them and try again.
  install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "${missing[@]}")
  "${install[@]}" >/dev/null 2>&1 || {
    "${as_root[@]}" apt-get update >/dev/null || true
    "${install[@]}" >&2 || fail "$reason, and apt could not install it: see the output of 'apt-get install -y ${missing[*]}'"
  }
}

# --- toolchain for wasm32-unknown-unknown -----------------------------------------------------------------------------

rustup_has_wasm() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]
}

choose_wasm_toolchain() {
  local rustc_id toolchain=""
  # A choice in the environment (WASM_TOOLCHAIN=debian make test) is not remembered.
  if [ "${WASM_TOOLCHAIN:-}" = debian ]; then
    prepare_debian_web
    return
  fi
  rustc_id="$(rustc --version)"
  [ -f "$WASM_TOOLCHAIN_FILE" ] && [ "$(sed -n 2p "$WASM_TOOLCHAIN_FILE")" = "$rustc_id" ] && toolchain="$(sed -n 1p "$WASM_TOOLCHAIN_FILE")"
  if rustup_has_wasm; then
    toolchain=rustup
  elif [ "$toolchain" != debian ]; then
    toolchain=debian
    if command -v rustup >/dev/null; then
      say "adding the target wasm32-unknown-unknown with rustup"
      # rustup keeps retrying if its server is unreachable, hence the timeout.
      if timeout --kill-after=5 "${RUSTUP_TRY_SECONDS:-90}" rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && rustup_has_wasm; then
        toolchain=rustup
      else
        say "rustup cannot add it; using Debian's compiler instead (make clean-tools resets this choice)"
      fi
    fi
  fi
  printf '%s\n%s\n' "$toolchain" "$rustc_id" >"$WASM_TOOLCHAIN_FILE.new"
  mv "$WASM_TOOLCHAIN_FILE.new" "$WASM_TOOLCHAIN_FILE"
  if [ "$toolchain" = rustup ]; then add_std_source; else prepare_debian_web; fi
}

# Optional: without it the precompiled standard library is used, and the WASM is somewhat larger.
add_std_source() {
  [ ! -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] && command -v rustup >/dev/null || return 0
  say "adding the source of the standard library with rustup"
  timeout --kill-after=5 "${RUSTUP_TRY_SECONDS:-90}" rustup component add rust-src >/dev/null 2>&1 ||
    say "rustup cannot add it; the WASM will be somewhat larger"
}

prepare_debian_web() {
  # shellcheck disable=SC2086
  apt_install "a compiler with the wasm32 standard library is missing" $DEBIAN_WEB_PACKAGES
  # The package that contains rust-lld differs between releases.
  [ -x /usr/bin/rust-lld ] || apt_install "the linker for wasm32-unknown-unknown is missing" rust-web-llvm
  [ -x /usr/bin/rust-lld ] || fail "/usr/bin/rust-lld is missing: run 'apt-get install --reinstall lld-22 rust-web-llvm'"
  mkdir -p "$DEBIAN_WEB_BIN"
  local program
  for program in cargo rustc rustdoc cargo-clippy clippy-driver; do
    if [ -x "/usr/bin/$program" ]; then ln -sfn "/usr/bin/$program" "$DEBIAN_WEB_BIN/$program"; fi
  done
}

# --- tools installed with cargo ---------------------------------------------------------------------------------------

# cargo_tool FOLDER CRATE VERSION FLAG…: builds without optimisation, which would take 15 minutes and save seconds.
cargo_tool() {
  local folder="$1" crate="$2" version="$3" work
  shift 3
  [ -f "$folder/complete" ] && return 0
  say "building $crate $version (once, a few minutes)"
  work="$CACHE/build/$crate-$version"
  mkdir -p "$work"
  rm -rf "$work/root"
  (
    cd "$CACHE"
    env -u RUSTC -u RUSTC_BOOTSTRAP -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET \
      CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
      CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$work/target" \
      cargo install --quiet --root "$work/root" --version "=$version" "$@" "$crate"
  ) || fail "$crate $version could not be built: is the crate registry reachable? Run the same command again to continue"
  rm -rf "$folder"
  touch "$work/root/complete"
  mv "$work/root" "$folder"
  rm -rf "$work"
}

# --- npm --------------------------------------------------------------------------------------------------------------

npm_packages() {
  local stamp="$ROOT/node_modules/.lock-installed"
  cmp -s "$ROOT/package-lock.json" "$stamp" && return 0
  say "installing npm packages"
  (cd "$ROOT" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
    fail "npm packages could not be installed: is the npm registry reachable? Run the same command again to continue"
  cp "$ROOT/package-lock.json" "$stamp"
}

# --- main -------------------------------------------------------------------------------------------------------------

main() {
  local purpose="${1:-build}"
  case "$purpose" in build | test | browsers | audit) ;; *) fail "the argument must be 'build', 'test', 'browsers' or 'audit', not '$purpose'" ;; esac
  require_rust
  require_node
  mkdir -p "$CACHE/tools" "$CACHE/build"
  # If two clones run this at the same time, the second waits and then finds the tools installed.
  if command -v flock >/dev/null; then
    exec 9>"$CACHE/lock"
    flock -n 9 || { say "waiting for another set-up to finish"; flock 9; }
  fi
  if [ "$purpose" = audit ]; then
    npm_packages
    cargo_tool "$CARGO_DENY_DIR" cargo-deny "$CARGO_DENY_VERSION" --locked
    return 0
  fi
  choose_wasm_toolchain
  npm_packages
  cargo_tool "$TRUNK_DIR" trunk "$TRUNK_VERSION" --locked --no-default-features
  # Not --locked: its lock file may contain releases that a registry mirror no longer has.
  # Without the encryption that only the test runner could need.
  cargo_tool "$WASM_BINDGEN_DIR" wasm-bindgen-cli "$WASM_BINDGEN_VERSION" --no-default-features
  cargo_tool "$WASM_SPLIT_DIR" wasm_split_cli_support "$WASM_SPLIT_VERSION" --locked --features build-binary
  [ "$purpose" != build ] || return 0
  if ! { command -v chromium >/dev/null && command -v chromedriver >/dev/null && command -v pdftotext >/dev/null && command -v valgrind >/dev/null && have_japanese_font; }; then
    # shellcheck disable=SC2086
    apt_install "the tests need Chromium, ChromeDriver, pdftotext, valgrind and a Japanese font" $DEBIAN_TEST_PACKAGES
  fi
  [ "$purpose" = browsers ] || return 0
  # shellcheck disable=SC2086
  apt_install "Firefox, WebKitGTK or Xvfb is missing" $DEBIAN_BROWSER_PACKAGES
  cargo_tool "$GECKODRIVER_DIR" geckodriver "$GECKODRIVER_VERSION" --locked
}

have_japanese_font() {
  command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ja family 2>/dev/null | head -n 1)" ]
}

main "$@"
