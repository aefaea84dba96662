import type { FactBody, ScannedFact } from '../../model/fact.ts';
import { LEVEL_NAMES, type Level, type LevelName } from '../../model/level.ts';
import type { Segment } from '../../model/segment.ts';
import { SegmentBuilder } from '../../model/segment-builder.ts';
import type { Head } from '../format.ts';
import { wsfcClusterLog } from './format.ts';

export interface RecordView {
  /** 1-based. */
  readonly line: number;
  readonly time: number;
  readonly clock: number;
  readonly level: LevelName;
  readonly component: string;
  readonly text: string;
}

export interface LogView {
  readonly segment: Segment;
  readonly records: readonly RecordView[];
  readonly facts: readonly ScannedFact[];
  readonly bodies: readonly FactBody[];
}

export function headOf(text: string, fileName = 'cluster.log'): Head {
  return {
    text,
    lines: text.split(/\r?\n/),
    fileName,
    path: fileName,
    encoding: 'utf-8',
    whole: true,
  };
}

/** Prepares and scans a whole log in one piece. */
export function readLog(text: string, fileName?: string): LogView {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const out = new SegmentBuilder();
  const { dialect } = wsfcClusterLog.prepare(headOf(text, fileName));
  const decode = (start: number, end: number) => decoder.decode(bytes.subarray(start, end));
  const lineCount = wsfcClusterLog.scan({ bytes, decode }, dialect, out, { atSourceStart: true });
  const segment = out.finish({ baseOffset: 0, byteLength: bytes.length, lineCount });
  const { columns, dictionary, facts } = segment;
  const records = Array.from({ length: columns.count }, (_, i) => ({
    line: columns.line[i]! + 1,
    time: columns.time[i]!,
    clock: columns.clock[i]!,
    level: LEVEL_NAMES[columns.level[i]! as Level],
    component: dictionary[columns.component[i]!]!,
    text: decode(columns.offset[i]!, columns.offset[i]! + columns.length[i]!),
  }));
  return { segment, records, facts, bodies: facts.map(({ body }) => body) };
}
