// Reads the number of tests from the output of a test runner.

const sumOf = (output, pattern) => [...output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);

/**
 * @param kind    "cargo" (also for wasm tests), "tap" (Node.js), or "command": one test, which passes if the command succeeds
 * @param code    exit code of the command
 * @param output  stdout and stderr of the command
 * @returns {{passed: number, failed: number}} One failure if the runner fails without reporting a failed test or succeeds
 *   without running any.
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
