// How many tests a test runner says it has run.

const sumOf = (output, pattern) => [...output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);

/**
 * @param kind    "cargo" (also the wasm runner), "tap" (Node's), or "command": one test that passes if the command does
 * @param code    the command's exit code
 * @param output  everything it printed
 * @returns {{passed: number, failed: number}} A runner that fails without naming a failed test, or that succeeds without
 *   having run any, counts as one failure: silence never passes.
 */
export function runnerCounts(kind, code, output) {
  let passed = 0;
  let failed = 0;
  if (kind === "cargo") {
    passed = sumOf(output, /^test result: .*?(\d+) passed;/gm);
    failed = sumOf(output, /^test result: .*?(\d+) failed;/gm);
  } else if (kind === "tap") {
    passed = sumOf(output, /^# pass (\d+)$/gm);
    failed = sumOf(output, /^# fail (\d+)$/gm) + sumOf(output, /^# cancelled (\d+)$/gm);
  } else if (code === 0) {
    passed = 1;
  }
  if (failed === 0 && (code !== 0 || passed === 0)) failed = 1;
  return { passed, failed };
}
