import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './results.mjs';

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };

test('a clean run counts as it reports', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numTotalTests: 4,
    testResults: [passedFile],
  };
  expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  const stats = { expected: 2, unexpected: 0, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
});

test('a test file that cannot be loaded is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const report = { numPassedTests: 1, numTotalTests: 1, testResults: [passedFile, broken] };
  expect(countVitest(report, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('a failed test is counted once, not again for its file', () => {
  const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const report = { numFailedTests: 1, numTotalTests: 1, testResults: [failed] };
  expect(countVitest(report, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('errors outside any test are failures', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] }, 1)).toMatchObject({ passed: 2, failed: 1 });
  expect(countVitest({ numPassedTests: 2, numTotalTests: 2 }, 1)).toMatchObject({ failed: 1 });
});

test('no tests and no report are failures', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats }, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countVitest({ numTotalTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright(undefined, null)).toMatchObject({ passed: 0, failed: 1 });
});
