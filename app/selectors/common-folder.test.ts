import { describe, expect, it } from 'vitest';
import { commonFolder } from './common-folder.ts';

describe('commonFolder', () => {
  it('is the deepest folder that holds every path', () => {
    expect(commonFolder(['case/zq1/cluster.log', 'case/zq2/cluster.log'])).toBe('case');
    expect(commonFolder(['case/zq1/a.log', 'case/zq1/b.log'])).toBe('case/zq1');
    expect(commonFolder(['case.zip!/zq1/a.log', 'case.zip!/b.log'])).toBe('case.zip');
  });

  it('does not take the begin of a name for a folder', () => {
    expect(commonFolder(['zq1/a.log', 'zq12/a.log'])).toBe('');
  });

  it('is empty for files given one by one, and for no file', () => {
    expect(commonFolder(['a.log', 'b.log'])).toBe('');
    expect(commonFolder(['a.log', 'case/b.log'])).toBe('');
    expect(commonFolder([])).toBe('');
  });
});
