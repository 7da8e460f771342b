#!/usr/bin/env bash
# Audits third-party code: licences, duplicate versions and sources of the crates (rules in deny.toml), and published
# vulnerabilities in crates and npm packages. Reports databases that are unreachable; fails on any finding.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT" || exit 1
PATH="$CARGO_DENY_DIR/bin:$PATH"
findings=0

report() { printf '%-32s %s\n' "$1" "$2"; }
deny() { cargo-deny --locked --all-features check --hide-inclusion-graph "$@"; }

# audit NAME UNREACHABLE COMMAND…: a failure whose output matches the pattern UNREACHABLE is not a finding.
audit() {
  local name="$1" unreachable="$2" output
  shift 2
  if output="$("$@" 2>&1)"; then
    report "$name" "no findings"
  elif [ -n "$unreachable" ] && grep -q "$unreachable" <<<"$output"; then
    report "$name" "not checked: the database cannot be reached"
  else
    printf '%s\n' "$output"
    report "$name" "FINDINGS"
    findings=1
  fi
}

for check in licenses bans sources; do audit "crates: $check" "" deny "$check"; done
audit "crates: vulnerabilities" 'failed to fetch\|failed to load advisory\|failed to acquire' deny advisories
audit "npm packages: vulnerabilities" 'audit endpoint returned an error\|ENOTFOUND\|EAI_AGAIN\|ECONNREFUSED' npm audit
exit "$findings"
