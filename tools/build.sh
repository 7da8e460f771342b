#!/usr/bin/env bash
# Validates the dataset, then builds the app with it.
#
#   tools/build.sh release   into dist/ (or $DIST); does nothing when dist/ is newer than all its inputs
#   tools/build.sh serve     development server: builds, watches and reloads
#
# DATASET is the path of another dataset file.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

DATASET_FILE="$(realpath -m "${DATASET:-$ROOT/public/data/indicators.json}")"
DIST_DIR="$(realpath -m "${DIST:-$ROOT/dist}")"
cd "$ROOT"
[ -f "$DATASET_FILE" ] || { echo "build: the dataset $DATASET_FILE does not exist" >&2; exit 1; }

WORK="$ROOT/target/web"
STAMP="$WORK/built-$(printf '%s' "$DIST_DIR" | cksum | tr ' ' '-')"
# The modification times of folders count too: removing a file changes its folder.
INPUTS=(src crates words style public tools index.html Trunk.toml build.rs Cargo.toml Cargo.lock package-lock.json "$DATASET_FILE")

up_to_date() {
  [ -f "$STAMP" ] && [ -f "$DIST_DIR/sw.js" ] && [ "$(cat "$STAMP")" = "$DATASET_FILE" ] &&
    [ -z "$(find "${INPUTS[@]}" -newer "$STAMP" -print -quit)" ]
}

# Trunk runs offline, so fetch the crates first. Without a target: dependencies of build scripts and macros. With the
# target: also the dependencies of std, if std is compiled.
fetch_crates() {
  tools/web.sh cargo fetch --quiet "$@"
  tools/web.sh cargo fetch --quiet --target wasm32-unknown-unknown "$@"
}

# Stops the build and lists all errors if the dataset is invalid.
prepare_dataset() {
  export DATASET="$DATASET_FILE"
  export DATASET_CSV="$WORK/indicators.csv"
  mkdir -p "$WORK"
  cargo run --quiet --locked -p site -- check "$DATASET_FILE"
  cargo run --quiet --locked -p site -- csv "$DATASET_FILE" "$DATASET_CSV"
}

case "${1:-}" in
release)
  if up_to_date; then
    echo "build: $DIST_DIR is up to date" >&2
    exit 0
  fi
  mkdir -p "$WORK"
  rm -f "$STAMP"
  # The stamp has the time at which the build began, so that files changed during the build count as newer.
  printf '%s' "$DATASET_FILE" >"$STAMP.new"
  fetch_crates --locked
  prepare_dataset
  PUBLISH=1 tools/web.sh trunk build --release --locked --dist "$DIST_DIR"
  mv "$STAMP.new" "$STAMP"
  ;;
serve)
  fetch_crates
  prepare_dataset
  exec tools/web.sh trunk serve --dist "$ROOT/target/web/dev-dist" --port "${PORT:-8080}"
  ;;
*)
  echo "usage: tools/build.sh release|serve" >&2
  exit 2
  ;;
esac
