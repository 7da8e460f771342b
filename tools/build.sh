#!/usr/bin/env bash
# Checks the dataset, then builds the app on it.
#
#   tools/build.sh release   into dist/ (or $DIST); does nothing when dist/ is newer than everything it is made of
#   tools/build.sh serve     development: builds, serves with reload, watches
#
# DATASET names another dataset file, relative to the current folder or absolute.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

DATASET_FILE="$(realpath -m "${DATASET:-$ROOT/public/data/indicators.json}")"
DIST_DIR="$(realpath -m "${DIST:-$ROOT/dist}")"
cd "$ROOT"
[ -f "$DATASET_FILE" ] || { echo "build: the dataset $DATASET_FILE does not exist" >&2; exit 1; }

WORK="$ROOT/target/web"
STAMP="$WORK/built-$(printf '%s' "$DIST_DIR" | cksum | tr ' ' '-')"
# Everything the result depends on. Folders count too: removing a file changes its folder.
INPUTS=(src crates style public tools index.html Trunk.toml build.rs Cargo.toml Cargo.lock package-lock.json "$DATASET_FILE")

up_to_date() {
  [ -f "$STAMP" ] && [ -f "$DIST_DIR/sw.js" ] && [ "$(cat "$STAMP")" = "$DATASET_FILE" ] &&
    [ -z "$(find "${INPUTS[@]}" -newer "$STAMP" -print -quit)" ]
}

# The bundler works offline, so the crates are fetched before. Naming the target adds those of std where std is compiled,
# but leaves out what only the build itself runs on.
fetch_crates() {
  tools/web.sh cargo fetch --quiet "$@"
  tools/web.sh cargo fetch --quiet --target wasm32-unknown-unknown "$@"
}

# A dataset with faults stops here, with the list of all of them. Natively: seconds, and no browser needed.
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
  # Its time is that of the beginning, so that what is changed during the build counts as newer.
  printf '%s' "$DATASET_FILE" >"$STAMP.new"
  fetch_crates --locked
  prepare_dataset
  SHIPPED=1 tools/web.sh trunk build --release --locked --dist "$DIST_DIR"
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
