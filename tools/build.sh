#!/usr/bin/env bash
# Validates the dataset, then builds the app with it.
#
#   tools/build.sh release   into dist/ (or $DIST). Compiles the program only when its inputs have changed, and does
#                            nothing when dist/ is newer than all inputs
#   tools/build.sh serve     development server: builds, watches and reloads
#
# DATASET is the path of another dataset file. SITE_URL is the public address of a site in a sub-folder of its host.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

DATASET_FILE="$(realpath -m "${DATASET:-$ROOT/public/data/indicators.json}")"
DIST_DIR="$(realpath -m "${DIST:-$ROOT/dist}")"
cd "$ROOT"
[ -f "$DATASET_FILE" ] || { echo "build: the dataset $DATASET_FILE does not exist" >&2; exit 1; }

WORK="$ROOT/target/web"
# A stamp has the time at which its build began, so that files changed during the build count as newer.
PROGRAM_STAMP="$WORK/program-built"
SITE_STAMP="$WORK/built-$(printf '%s' "$DIST_DIR" | cksum | tr ' ' '-')"
# The modification times of folders count too: removing a file changes its folder.
PROGRAM_INPUTS=(src crates words style tools index.html Trunk.toml build.rs Cargo.toml Cargo.lock package-lock.json)
SITE_INPUTS=(public "$DATASET_FILE" "$PROGRAM_STAMP")
WORDS_FILE="$(dirname "$DATASET_FILE")/words.json"
if [ -f "$WORDS_FILE" ]; then SITE_INPUTS+=("$WORDS_FILE"); fi

is_older() { # is_older STAMP INPUT…: whether any input is newer than the stamp
  [ ! -f "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}

# Trunk runs offline, so fetch the crates first. Without a target: dependencies of build scripts and macros. With the
# target: also the dependencies of std, if std is compiled.
fetch_crates() {
  tools/web.sh cargo fetch --quiet "$@"
  tools/web.sh cargo fetch --quiet --target wasm32-unknown-unknown "$@"
}

case "${1:-}" in
release)
  export DATASET="$DATASET_FILE" DIST="$DIST_DIR"
  mkdir -p "$WORK"
  if is_older "$PROGRAM_STAMP" "${PROGRAM_INPUTS[@]}"; then
    step=program
  elif is_older "$SITE_STAMP" "${SITE_INPUTS[@]}" || [ "$(cat "$SITE_STAMP")" != "${SITE_INPUTS[*]} ${SITE_URL:-}" ] || [ ! -f "$DIST_DIR/sw.js" ]; then
    step=site
  else
    echo "build: $DIST_DIR is up to date" >&2
    exit 0
  fi
  rm -f "$SITE_STAMP"
  touch "$PROGRAM_STAMP.new"
  printf '%s' "${SITE_INPUTS[*]} ${SITE_URL:-}" >"$SITE_STAMP.new"
  # Stops the build and lists all errors if the dataset is invalid.
  cargo run --quiet --locked -p site -- check "$DATASET_FILE"
  if [ "$step" = program ]; then
    rm -f "$PROGRAM_STAMP"
    fetch_crates --locked
    # The last part of compiling the program uses one core. The other one compiles what renders the pages.
    cargo build --quiet --locked -p site --features pages &
    PUBLISH=1 tools/web.sh trunk build --release --locked --dist "$DIST_DIR"
    wait $!
    mv "$PROGRAM_STAMP.new" "$PROGRAM_STAMP"
  else
    node tools/finish.mjs --site
  fi
  mv "$SITE_STAMP.new" "$SITE_STAMP"
  ;;
serve)
  export DATASET="$DATASET_FILE"
  fetch_crates
  cargo run --quiet --locked -p site -- check "$DATASET_FILE"
  exec tools/web.sh trunk serve --dist "$ROOT/target/web/dev-dist" --port "${PORT:-8080}"
  ;;
*)
  echo "usage: tools/build.sh release|serve" >&2
  exit 2
  ;;
esac
