#!/usr/bin/env bash
# Builds the last commit in two clean clones with different paths and lists the files of dist/ that differ.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for clone in one a/longer/path/to/two; do
  git clone --quiet "$ROOT" "$work/$clone"
  echo "reproduce: building in clone $clone" >&2
  (cd "$work/$clone" && env -u DATASET -u DIST make build) >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; exit 1; }
done
if diff -rq "$work/one/dist" "$work/a/longer/path/to/two/dist"; then
  printf 'reproduce: all %s files of commit %s are identical\n' "$(find "$work/one/dist" -type f | wc -l)" "$(git -C "$ROOT" rev-parse --short HEAD)"
else
  echo "reproduce: the files above differ" >&2
  exit 1
fi
