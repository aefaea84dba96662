import type { Segment } from '../model/segment.ts';
import type { Recognised } from './detect.ts';
import { planRanges } from './ranges.ts';
import { scanRange } from './scan-range.ts';

/**
 * Scans a whole source, one range after the other: the segments that `scanRange` gives for `planRanges`, in order.
 *
 * @param options.rangeBytes other than the usual size, for tests of the cutting itself
 */
export async function* scanSource(
  blob: Blob,
  recognised: Pick<Recognised, 'format' | 'encoding' | 'preparation'>,
  options: { readonly signal?: AbortSignal; readonly rangeBytes?: number } = {},
): AsyncGenerator<Segment, void, undefined> {
  const { format, encoding, preparation } = recognised;
  for (const range of planRanges(blob.size, options)) {
    yield await scanRange(blob, range, format, encoding, preparation.dialect, options.signal);
  }
}
