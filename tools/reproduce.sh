#!/usr/bin/env bash
# Builds the last commit twice, in two clean clones at different places, and names every file of dist/ that differs.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for place in one a/longer/way/to/two; do
  git clone --quiet "$ROOT" "$work/$place"
  echo "reproduce: building in a folder of its own" >&2
  (cd "$work/$place" && env -u DATASET -u DIST make build) >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; exit 1; }
done
if diff -rq "$work/one/dist" "$work/a/longer/way/to/two/dist"; then
  printf '%s files, the same bytes twice: %s\n' "$(find "$work/one/dist" -type f | wc -l)" "$(git -C "$ROOT" rev-parse --short HEAD)"
else
  echo "reproduce: the files above differ" >&2
  exit 1
fi
