// Counts what the test runners' JSON reports say.

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */

/**
 * A file that could not be loaded has no tests in the report, and errors outside any test have no
 * entry at all: each counts as a failure, and so does a run without a single test.
 * @param {unknown} report of `vitest run --reporter=json`; undefined when there is none
 * @param {number | null} status the exit code
 * @returns {Counts}
 */
export function countVitest(report, status) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numTotalTests = 0,
    testResults = [],
  } = /** @type {{ numPassedTests?: number; numFailedTests?: number; numTotalTests?: number; testResults?: { status: string; assertionResults: { status: string }[] }[] }} */ (
    report ?? {}
  );
  const brokenFiles = testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return settle(
    {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles,
      skipped: numTotalTests - numPassedTests - numFailedTests,
    },
    status,
  );
}

/**
 * @param {unknown} report of Playwright's JSON reporter; undefined when there is none
 * @param {number | null} status the exit code
 * @returns {Counts}
 */
export function countPlaywright(report, status) {
  const { stats, errors = [] } =
    /** @type {{ stats?: { expected: number; unexpected: number; flaky: number; skipped: number }; errors?: unknown[] }} */ (
      report ?? {}
    );
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  return settle({ passed: expected + flaky, failed: unexpected + errors.length, skipped }, status);
}

/**
 * Never a clean count for a run that failed or that tested nothing.
 * @param {Counts} counts
 * @param {number | null} status
 * @returns {Counts}
 */
function settle(counts, status) {
  const isClean = status === 0 && counts.passed > 0;
  return counts.failed === 0 && !isClean ? { ...counts, failed: 1 } : counts;
}
