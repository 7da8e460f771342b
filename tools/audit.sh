#!/usr/bin/env bash
# Looks through everything by others: licences, duplicates and sources of the crates by deny.toml, and known holes in crates
# and npm packages where the lists of them can be reached. Says of each whether it was looked at; fails at any finding.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT" || exit 1
PATH="$CARGO_DENY_DIR/bin:$PATH"
wrong=0

say() { printf '%-32s %s\n' "$1" "$2"; }
deny() { cargo-deny --locked --all-features check --hide-inclusion-graph "$@"; }

# looked_at WHAT UNREACHABLE COMMAND… : says what came of the command; a failure whose words match UNREACHABLE is no finding.
looked_at() {
  local what="$1" unreachable="$2" output
  shift 2
  if output="$("$@" 2>&1)"; then
    say "$what" "nothing found"
  elif [ -n "$unreachable" ] && grep -q "$unreachable" <<<"$output"; then
    say "$what" "not looked at: the list cannot be reached"
  else
    printf '%s\n' "$output"
    say "$what" "FOUND"
    wrong=1
  fi
}

for check in licenses bans sources; do looked_at "crates, $check" "" deny "$check"; done
looked_at "crates, known holes" 'failed to fetch\|failed to load advisory\|failed to acquire' deny advisories
looked_at "npm packages, known holes" 'audit endpoint returned an error\|ENOTFOUND\|EAI_AGAIN\|ECONNREFUSED' npm audit
exit "$wrong"
