import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableText } from './table-text.ts';

describe('tableText', () => {
  it('writes tab-separated values with their titles', () => {
    expect(tableText('tsv', ['UTC', 'Text'], [['20:24', 'a\tb\r\nc']])).toBe(
      'UTC\tText\n20:24\ta b c\n',
    );
  });

  it('writes a Markdown table in which names are text', () => {
    expect(tableText('markdown', ['What', 'State'], [['a|b_c <img>', 'On*line']])).toBe(
      '| What | State |\n| --- | --- |\n| a\\|b\\_c &lt;img> | On\\*line |\n',
    );
  });

  it('gives every row one line and every cell its place, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \t\r\n\u2028\\|`*_<&') });
    const row = fc.tuple(text, text);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const tsv = tableText('tsv', ['a', 'b'], rows).split('\n');
        expect(tsv).toHaveLength(rows.length + 2);
        for (const line of tsv.slice(0, -1)) expect(line.split('\t')).toHaveLength(2);
        const markdown = tableText('markdown', ['a', 'b'], rows).split('\n');
        expect(markdown).toHaveLength(rows.length + 3);
        for (const line of markdown.slice(0, -1)) {
          expect(line.replace(/\\./g, '').split('|')).toHaveLength(4);
        }
      }),
    );
  });
});
