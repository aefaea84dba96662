import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { LEVEL_NAMES, type Level } from '../../model/level.ts';
import { SegmentBuilder } from '../../model/segment-builder.ts';
import type { Head } from '../format.ts';
import { windowsEventText } from './format.ts';
import type { EventTextDialect } from './prepare.ts';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus/windows-events');

interface Expected {
  readonly ids: readonly number[];
  /** Times as written, read as if UTC, or in UTC where the event's XML says so; null when undated. */
  readonly times: readonly (string | null)[];
  readonly levels: readonly string[];
  readonly node?: string | null;
  readonly offsetMinutes?: number;
  readonly order?: EventTextDialect['order']['order'];
  readonly problems?: readonly string[];
  readonly facts?: readonly Partial<FactBody>[];
}

// biome-ignore format: a table
const EXPECTED: Readonly<Record<string, Expected>> = {
  '01': { ids: [1215], times: ['2016-04-06T16:52:23.000Z'], levels: ['info'], node: 'OD-SRV17.Juniperus.uplands.example.com', problems: ['ambiguous-date-order'] },
  '02': { ids: [1241, 4004], times: ['2017-03-21T15:10:41.000Z', '2017-03-21T11:43:25.000Z'], levels: ['warning', 'warning'], node: null, order: 'mdy' },
  '03': { ids: [1572], times: [null], levels: ['critical'], node: 'LYON4', facts: [{ type: 'node-state', node: { name: 'LYON4' }, state: 'join-failed' }] },
  '04': { ids: [1066, 26214], times: [null, null], levels: ['warning', 'info'], node: null },
  '05': { ids: [41, 6008], times: [null, null], levels: ['critical', 'error'], node: null, facts: [{ type: 'alive', at: Date.UTC(2019, 4, 17, 8, 47, 12), clock: Clock.Wall }, { type: 'shutdown', clean: false }] },
  '06': { ids: [5120, 1135], times: [null, null], levels: ['warning', 'critical'], facts: [{ type: 'mark', kind: 'csv-paused', entity: { kind: 'csv', name: 'CSVLech' } }, { type: 'node-state', node: { name: 'LECHNODE' }, state: 'down' }] },
  '07': { ids: [311, 134, 5], times: [null, null, null], levels: ['error', 'error', 'error'], node: null },
  '08': { ids: [7040, 7040], times: ['2022-04-16T14:37:05.980Z', '2022-04-16T14:41:11.297Z'], levels: ['info', 'info'], node: null, offsetMinutes: 480, facts: [{ type: 'event', recordId: 41578 }, { type: 'clock-evidence' }] },
  '09': { ids: [414], times: ['2019-09-15T15:24:24.000Z'], levels: ['warning'], node: 'olmo-PC' },
  10: { ids: [17300], times: ['2021-08-27T05:27:31.963Z'], levels: ['error'], node: 'DESKTOP-KV4471M', offsetMinutes: 480 },
  11: { ids: [7031, 7036], times: [null, null], levels: ['error', 'info'], node: null, facts: [{ type: 'service', service: 'HostHealthAgent', state: 'failed' }] },
  12: { ids: [259], times: ['2018-04-01T13:04:42.083Z'], levels: ['info'], node: 'hawthorn7', offsetMinutes: 540 },
  13: { ids: [60], times: ['2022-10-26T18:03:25.113Z'], levels: ['info'], node: 'DESKTOP-47M6RHE', offsetMinutes: 180 },
  14: { ids: [7022], times: ['2017-12-16T11:19:36.000Z'], levels: ['error'], node: 'vm.example.com', order: 'mdy' },
  17: { ids: [1215], times: ['2016-04-06T16:52:23.000Z'], levels: ['info'], problems: ['ambiguous-date-order'] },
  19: { ids: [6009, 10016], times: ['2016-12-22T05:29:02.512Z', '2017-03-02T21:21:08.135Z'], levels: ['info', 'error'], node: null, facts: [{ type: 'boot' }] },
  20: { ids: [10004, 10024, 10003], times: ['2025-11-12T15:49:43.563Z', '2025-11-12T15:49:43.563Z', '2025-11-12T15:49:43.556Z'], levels: ['info', 'info', 'info'], node: 'Win10-Desk-4.corp.example', problems: ['unproven-utc'] },
  21: { ids: [310, 317, 326, 101], times: ['2024-04-08T16:49:17.011Z', '2024-04-08T16:49:17.136Z', '2024-04-08T16:51:00.011Z', '2024-04-08T16:51:00.011Z'], levels: ['info', 'info', 'warning', 'error'], node: 'DUERO7' },
  23: { ids: [1001], times: ['2007-11-12T15:19:32.000Z'], levels: ['info'], node: 'NECKAR', order: 'dmy', facts: [{ type: 'bugcheck', code: '0x100000d1', parameters: ['0x0', '0x2', '0x1', '0xbc71e8a2'], dumpFile: 'C:\\WINDOWS\\Minidump\\Mini111207-01.dmp' }] },
  24: { ids: [1066, 1035], times: [null, null], levels: ['error', 'error'], node: null, facts: [{ type: 'mark', kind: 'storage-lost', entity: { kind: 'resource', name: 'Disk Q:' } }] },
  26: { ids: [41], times: [null], levels: ['critical'], facts: [{ type: 'bugcheck', code: '0x9f', parameters: ['0x3', '0xfffffa8003b17060', '0xfffff80002e1a518', '0xfffffa80046d3010'] }] },
  28: { ids: [1001], times: ['2023-07-06T19:25:08.000Z'], levels: ['error'], problems: ['ambiguous-date-order'], facts: [{ type: 'bugcheck', code: '0xd1', dumpFile: 'C:\\Windows\\MEMORY.DMP' }] },
  29: { ids: [50, 26], times: [null, null], levels: ['warning', 'info'] },
};
/** Tables and XML: other formats' files. */
const LEFT_ALONE = ['15', '16', '22', '27'];

describe.skipIf(!existsSync(CORPUS))('published Windows events', () => {
  const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => /^\d\d-/.test(name)) : [];
  let count = 0;
  afterAll(() => console.info(`read ${count} of ${files.length} files of ${CORPUS}`));

  it.each(files)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(resolve(CORPUS, name)));
    const decoder = new TextDecoder();
    const text = decoder.decode(bytes);
    const head: Head = {
      text,
      lines: text.split(/\r?\n/),
      fileName: name,
      path: name,
      encoding: 'utf-8',
      whole: true,
    };
    const { score } = windowsEventText.claim(head);
    if (LEFT_ALONE.includes(name.slice(0, 2))) {
      expect(score).toBe(0);
      return;
    }
    expect(score).toBeGreaterThanOrEqual(0.5);
    const { node, timeBase, dialect } = windowsEventText.prepare(head);
    const out = new SegmentBuilder();
    const input = {
      bytes,
      decode: (start: number, end: number) => decoder.decode(bytes.subarray(start, end)),
    };
    const lineCount = windowsEventText.scan(input, dialect, out, { atSourceStart: true });
    const segment = out.finish({ baseOffset: 0, byteLength: bytes.length, lineCount });
    const { columns, tally, facts, problems } = segment;
    const expected = EXPECTED[name.slice(0, 2)];
    expect(expected, 'a file without an expectation').toBeDefined();

    const times = [...columns.time].map((time, i) =>
      columns.clock[i] === Clock.Undated ? null : new Date(time).toISOString(),
    );
    expect([...columns.eventId]).toEqual(expected!.ids);
    expect(times).toEqual(expected!.times);
    expect([...columns.level].map((level) => LEVEL_NAMES[level as Level])).toEqual(
      expected!.levels,
    );
    expect(problems.map((problem) => problem.code)).toEqual(expected!.problems ?? []);
    expect(
      tally.entries + tally.continuations + tally.sections + tally.blanks + tally.problems,
    ).toBe(lineCount);
    expect(tally.problems).toBe(0);
    if (expected!.node !== undefined) expect(node.name).toBe(expected!.node);
    if (expected!.order !== undefined)
      expect((dialect as EventTextDialect).order.order).toBe(expected!.order);
    if (expected!.offsetMinutes === undefined) expect(timeBase.rule.kind).not.toBe('offset');
    else expect(timeBase.rule).toEqual({ kind: 'offset', offsetMinutes: expected!.offsetMinutes });
    const bodies = facts.map((fact) => fact.body);
    for (const fact of expected!.facts ?? [])
      expect(bodies).toContainEqual(expect.objectContaining(fact));
    count++;
  });
});
