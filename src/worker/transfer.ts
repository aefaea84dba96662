import type { DensityLevel, RecordColumns } from '../model/segment.ts';

/** The buffers behind a segment's columns and density, for a transfer list. The sender must not use them afterwards. */
export function buffersOf(segment: {
  readonly columns: RecordColumns;
  readonly density: readonly DensityLevel[];
}): ArrayBuffer[] {
  const { columns, density } = segment;
  return [
    columns.time.buffer,
    columns.clock.buffer,
    columns.level.buffer,
    columns.component.buffer,
    columns.computer.buffer,
    columns.eventId.buffer,
    columns.line.buffer,
    columns.offset.buffer,
    columns.length.buffer,
    ...density.flatMap((level) => [level.counts.buffer, level.worst.buffer]),
  ];
}
