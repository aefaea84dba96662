import { describe, expect, it } from 'vitest';
import type { LogFormat } from '../formats/format.ts';
import { headOf, identify } from './detect.ts';
import { stampLines } from './stamp-lines.testing.ts';

const reasonFor = async (...parts: (string | Uint8Array<ArrayBuffer>)[]) => {
  const result = await identify('case/x.log', new Blob(parts), [stampLines]);
  if (result.kind === 'recognised') throw new Error('recognised');
  return result.reason;
};

/** Claims text with a word that only one code page gives. */
const chinese: LogFormat = {
  ...stampLines,
  id: 'chinese',
  claim: ({ text }) => ({ score: text.includes('群集磁盘') ? 0.9 : 0, reason: 'a word' }),
};

describe('identify', () => {
  it('gives format, encoding, head and preparation of what a format claims', async () => {
    const result = await identify('case.zip!/zq1/x.log', new Blob(['\ufeff#1 a\r\n#2 b\r\n']), [
      stampLines,
    ]);
    expect(result).toMatchObject({
      kind: 'recognised',
      encoding: 'utf-8',
      encodingBasis: 'bom',
      reason: '2 stamped lines',
      head: { fileName: 'x.log', lines: ['#1 a', '#2 b'], text: '#1 a\r\n#2 b\r\n', whole: true },
    });
  });

  it('takes the highest claim, and the earlier format on equal claims', async () => {
    const blob = new Blob(['#1 a\n']);
    const weak: LogFormat = {
      ...stampLines,
      id: 'weak',
      claim: () => ({ score: 0.3, reason: '' }),
    };
    const twin: LogFormat = { ...stampLines, id: 'twin' };
    expect(await identify('x', blob, [weak, stampLines, twin])).toMatchObject({
      format: { id: 'stamp-lines' },
    });
    const none: LogFormat = { ...weak, claim: () => ({ score: 0.19, reason: '' }) };
    expect(await identify('x', blob, [none])).toMatchObject({ kind: 'unrecognised' });
  });

  it('tries the code pages when windows-1252 tells no format anything', async () => {
    const blob = new Blob([new Uint8Array([0xc8, 0xba, 0xbc, 0xaf, 0xb4, 0xc5, 0xc5, 0xcc, 10])]);
    expect(await identify('x', blob, [stampLines, chinese])).toMatchObject({
      format: { id: 'chinese' },
      encoding: 'gbk',
      encodingBasis: 'format-claim',
    });
  });

  it('reads in the encoding that the reader sets', async () => {
    const blob = new Blob([new Uint8Array([0xc8, 0xba, 0xbc, 0xaf, 0xb4, 0xc5, 0xc5, 0xcc, 10])]);
    const result = await identify('x', blob, [chinese], { encoding: 'gbk' });
    expect(result).toMatchObject({ encoding: 'gbk', encodingBasis: 'set' });
  });

  it('reads no more than the first 64 KiB', async () => {
    const blob = new Blob([`#1 ${'a'.repeat(1000)}\n`.repeat(1000)]);
    const slices: number[] = [];
    const watched = new Proxy(blob, {
      get: (target, key) => {
        if (key !== 'slice') return Reflect.get(target, key, target);
        return (start: number, end: number) => {
          slices.push(end);
          return target.slice(start, end);
        };
      },
    });
    expect(await identify('x', watched, [stampLines])).toMatchObject({
      kind: 'recognised',
      head: { whole: false },
    });
    expect(slices).toEqual([65_536]);
  });

  it.each([
    ['evtx', ['ElfFile\0'], /binary Windows event log .*wevtutil/],
    ['a PNG', ['\x89PNG\r\n\x1a\n'], /^PNG picture$/],
    ['a JPEG', ['\xff\xd8\xff\xe0'], /^JPEG picture$/],
    ['a kernel dump', ['PAGEDU64'], /Windows kernel memory dump .*event 1001 of the System log/],
    ['a program', ['MZ\x90\0\x03\0\0\0'], /^Windows program$/],
    ['7z', ["7z\xbc\xaf'\x1c"], /7z archive. Unpack it first/],
    ['SQLite', ['SQLite format 3\0'], /SQLite/],
  ])('names %s', async (_name, [magic], reason) => {
    expect(
      await reasonFor(Uint8Array.from(Buffer.from(magic!, 'latin1')), '\0'.repeat(99)),
    ).toMatch(reason);
  });

  it('says what else it saw', async () => {
    expect(await reasonFor()).toBe('empty file (0 bytes)');
    expect(await reasonFor(new Uint8Array([1, 2, 3, 0xfe]))).toContain('first bytes 01 02 03 fe');
    expect(await reasonFor('\0'.repeat(500))).toContain('only zero bytes');
    expect(await reasonFor('a\nb\n')).toMatch(
      /text in utf-8, 2 lines; none matches .*stamped lines/,
    );
    expect(await reasonFor(`${'a\n'.repeat(9)}#1 a\n`)).toContain(
      'closest is stamped lines (score 0.10, needs 0.2',
    );
    expect(await reasonFor('x'.repeat(70_000))).toContain(
      'without a line end in the first 64 KiB of 70000 bytes',
    );
    expect(await reasonFor('a\rb\rc')).toContain('CR alone');
  });
});

describe('headOf', () => {
  const bytes = new TextEncoder().encode('one\r\ntwo\nthr');

  it('leaves a cut last line out, unless it is the only one', () => {
    expect(headOf('x', bytes, false, 'utf-8')).toMatchObject({
      text: 'one\r\ntwo\n',
      lines: ['one', 'two'],
    });
    expect(headOf('x', bytes, true, 'utf-8').lines).toEqual(['one', 'two', 'thr']);
    expect(headOf('x', bytes.subarray(0, 2), false, 'utf-8').lines).toEqual(['on']);
  });

  it('leaves a character out that the head cuts', () => {
    expect(headOf('x', new TextEncoder().encode('磁盘').subarray(0, 5), false, 'utf-8').text).toBe(
      '磁',
    );
  });
});
