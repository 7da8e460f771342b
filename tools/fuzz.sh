#!/usr/bin/env bash
# Runs the targets of fuzz/ one after another and prints the table for docs/fuzzing.md.
#
#   tools/fuzz.sh              all targets, RUNS inputs each (default: 1,000,000)
#   tools/fuzz.sh route link   only the named targets
#   SANITIZER=address ...      with the address sanitiser (memory errors of unsafe code); four to ten times slower
#
# Needs a nightly compiler and installs cargo-fuzz itself. Stops at the first failure and saves its input in fuzz/artifacts/.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

rustup run nightly rustc --version >/dev/null 2>&1 ||
  { echo "fuzz: no nightly compiler is installed: run 'rustup toolchain install nightly'" >&2; exit 1; }
FUZZ_DIR="$CACHE/tools/cargo-fuzz-$CARGO_FUZZ_VERSION"
if [ ! -x "$FUZZ_DIR/bin/cargo-fuzz" ]; then
  echo "fuzz: building cargo-fuzz $CARGO_FUZZ_VERSION (once)" >&2
  cargo install --quiet --locked --root "$FUZZ_DIR" --version "=$CARGO_FUZZ_VERSION" cargo-fuzz
fi
PATH="$FUZZ_DIR/bin:$PATH"

targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(cargo +nightly fuzz list)
LOGS="$ROOT/target/fuzz-logs"
mkdir -p "$LOGS"
printf '| target | runs | seconds | edges | peak memory |\n|---|---:|---:|---:|---:|\n'
for target in "${targets[@]}"; do
  mkdir -p "fuzz/corpus/$target"
  log="$LOGS/$target.txt"
  if ! cargo +nightly fuzz run --release --sanitizer "${SANITIZER:-none}" "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
    -runs="${RUNS:-1000000}" -timeout=10 -rss_limit_mb=1024 -max_len=4096 -print_final_stats=1 >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "fuzz: $target failed" >&2
    exit 1
  fi
  awk -v name="$target" '
    / cov: /{ for (i = 1; i < NF; i++) if ($i == "cov:") edges = $(i + 1) }
    /^Done /{ runs = $2; seconds = $5 }
    /^stat::peak_rss_mb:/{ memory = $2 }
    END { printf "| %s | %d | %d | %d | %d MB |\n", name, runs, seconds, edges, memory }' "$log"
done
