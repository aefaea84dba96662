import { planRanges } from '../../../src/ingest/ranges.ts';

/** Reads every `of`-th range of a file and counts its line ends: the floor that any indexing stands on. */
self.onmessage = async (event: MessageEvent<{ file: File; part: number; of: number }>) => {
  const { file, part, of } = event.data;
  let lines = 0;
  const ranges = planRanges(file.size).filter((_, index) => index % of === part);
  for (const { start, end } of ranges) {
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  }
  self.postMessage(lines);
};
