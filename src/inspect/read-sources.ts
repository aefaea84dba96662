import { FORMATS } from '../formats/registry.ts';
import { type Assembly, createAssembly } from '../ingest/assemble.ts';
import { identify, type Recognised } from '../ingest/detect.ts';
import { openInputs } from '../ingest/intake.ts';
import { scanSource } from '../ingest/scan-source.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { SourceId, Unrecognised } from '../model/source.ts';
import type { GivenFile } from '../worker/engine.ts';

/** A source read to its end. */
export interface ReadSource {
  readonly blob: Blob;
  readonly recognised: Recognised;
  readonly assembly: Assembly;
  readonly segments: readonly SegmentRecords[];
}

/** Reads every file to its end, one after the other. Ids are given in the order of intake: s1, s2 ... */
export async function readSources(
  files: readonly GivenFile[],
): Promise<{ sources: readonly ReadSource[]; unrecognised: readonly Unrecognised[] }> {
  const sources: ReadSource[] = [];
  const unrecognised: Unrecognised[] = [];
  for await (const input of openInputs(files, { signal: new AbortController().signal })) {
    if (input.kind === 'refused') {
      unrecognised.push({ path: input.path, bytes: input.bytes, reason: input.reason });
      continue;
    }
    const { path, blob } = input;
    try {
      const recognised = await identify(path, blob, FORMATS);
      if (recognised.kind === 'unrecognised') {
        unrecognised.push({ path, bytes: blob.size, reason: recognised.reason });
        continue;
      }
      const id = `s${sources.length + 1}` as SourceId;
      const assembly = createAssembly({ id, path, bytes: blob.size, recognised });
      const segments: SegmentRecords[] = [];
      let index = 0;
      for await (const segment of scanSource(blob, recognised)) {
        for (const placed of assembly.addSegment(index++, segment))
          segments[placed.index] = placed.segment;
      }
      sources.push({ blob, recognised, assembly, segments });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      unrecognised.push({ path, bytes: blob.size, reason: `could not be read: ${detail}` });
    }
  }
  return { sources, unrecognised };
}
