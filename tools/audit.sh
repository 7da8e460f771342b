#!/usr/bin/env bash
# Looks through everything by others: licences, duplicates and sources of the crates by deny.toml, and known holes in crates
# and npm packages where the lists of them can be reached. Says of each whether it was looked at; fails at any finding.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT" || exit 1
PATH="$CARGO_DENY_DIR/bin:$PATH"
wrong=0

say() { printf '%-32s %s\n' "$1" "$2"; }
deny() { cargo-deny --locked --all-features check --hide-inclusion-graph "$@" 2>&1; }

for check in licenses bans sources; do
  if output="$(deny "$check")"; then say "crates, $check" "nothing found"; else
    printf '%s\n' "$output"
    say "crates, $check" "FOUND"
    wrong=1
  fi
done

if output="$(deny advisories)"; then say "crates, known holes" "nothing found"
elif grep -q 'failed to fetch\|failed to load advisory\|failed to acquire' <<<"$output"; then
  say "crates, known holes" "not looked at: the list cannot be reached"
else
  printf '%s\n' "$output"
  say "crates, known holes" "FOUND"
  wrong=1
fi

if output="$(npm audit 2>&1)"; then say "npm packages, known holes" "nothing found"
elif grep -q 'audit endpoint returned an error\|ENOTFOUND\|EAI_AGAIN\|ECONNREFUSED' <<<"$output"; then
  say "npm packages, known holes" "not looked at: the list cannot be reached"
else
  printf '%s\n' "$output"
  say "npm packages, known holes" "FOUND"
  wrong=1
fi
exit "$wrong"
