import { expect, it } from 'vitest';
import { isSameFile } from './same-file.ts';

const file = (path: string, text: string) => ({ path, blob: new Blob([text]) });

it('takes the same name and the same bytes for one file, wherever it lies', async () => {
  expect(await isSameFile(file('a/cluster.log', 'x'), file('case.zip!/b/cluster.log', 'x'))).toBe(
    true,
  );
});

it('keeps files apart that differ in name, size, beginning, middle or end', async () => {
  const long = 'x'.repeat(300_000);
  const changed = (at: number) => `${long.slice(0, at)}y${long.slice(at + 1)}`;
  expect(await isSameFile(file('a.log', 'x'), file('b.log', 'x'))).toBe(false);
  expect(await isSameFile(file('a.log', 'x'), file('a.log', 'xx'))).toBe(false);
  for (const at of [0, 150_000, 299_999]) {
    expect(await isSameFile(file('a.log', long), file('a.log', changed(at)))).toBe(false);
  }
  expect(await isSameFile(file('a.log', long), file('a.log', long))).toBe(true);
});
