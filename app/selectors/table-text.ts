/** How rows are written to the clipboard. */
export type TableTextForm = 'tsv' | 'markdown';

/** Rows of texts with their titles, ready for a spreadsheet or a ticket. Lines end in LF; the last one too. */
export function tableText(
  form: TableTextForm,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines =
    form === 'tsv'
      ? [titles, ...rows].map((cells) => cells.map(tsvCell).join('\t'))
      : [
          markdownLine(titles),
          `|${titles.map(() => ' --- |').join('')}`,
          ...rows.map((cells) => markdownLine(cells)),
        ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Tabs and line ends would break the table, so they become spaces; nothing is quoted. */
function tsvCell(text: string): string {
  return text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

function markdownLine(cells: readonly string[]): string {
  return `|${cells.map((text) => ` ${markdownCell(text)} |`).join('')}`;
}

/** Text that shows as written: what Markdown or HTML would read as markup is escaped. */
function markdownCell(text: string): string {
  return tsvCell(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}
