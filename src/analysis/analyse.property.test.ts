import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvidence } from '../model/evidence.ts';
import type { FactBody } from '../model/fact.ts';
import type { Incident, StateInterval } from '../model/incident.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import { analyse } from './analyse.ts';
import { type Line, log } from './evidence.testing.ts';
import { compareInstants } from './order.ts';

const name = fc.constantFrom('Disk 1', '群集磁盘 1', 'Èº¼¯´ÅÅÌ 2', 'ag');
const state = fc.constantFrom('Online', 'Offline', 'OnlinePending', 'Failed');
const ref = fc.oneof(
  fc.record({ id: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ name: fc.constantFrom('ZQ1', 'zq2.example.com', 'ZQ3') }),
  fc.record({ address: fc.constantFrom('10.0.1.1', '10.0.1.2') }),
);
const selfOrRef = fc.option(ref, { nil: null });
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });

const body: fc.Arbitrary<FactBody | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    type: fc.constant('transition' as const),
    entity: fc.record({ kind: fc.constantFrom('resource' as const, 'group' as const), name }),
    from: state,
    to: state,
    announced: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('state-seen' as const),
    entity: fc.record({ kind: fc.constant('resource' as const), name }),
    state,
  }),
  fc.record({
    type: fc.constant('deadlock' as const),
    resource: name,
    call: fc.constantFrom('ONLINERESOURCE', ''),
    overdueMs: fc.constantFrom(null, 16),
  }),
  fc.record({
    type: fc.constant('beats-missed' as const),
    observer: selfOrRef,
    peer: ref,
    medium: fc.constant('network' as const),
    beats: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    type: fc.constant('link' as const),
    state: fc.constantFrom('lost' as const, 'restored' as const),
    scope: fc.constantFrom('route' as const, 'node' as const),
    peer: ref,
  }),
  fc.record({ type: fc.constant('view' as const), joiners: ids, downers: ids, members: ids }),
  fc.record({ type: fc.constant('node-identity' as const), self: fc.boolean(), node: ref }),
  fc.record({
    type: fc.constant('node-state' as const),
    node: selfOrRef,
    state: fc.constantFrom('up' as const, 'down' as const, 'isolated' as const, 'joining' as const),
  }),
  fc.record({
    type: fc.constant('quorum' as const),
    state: fc.constantFrom('lost' as const, 'regained' as const, 'at-risk' as const),
    remainingSeconds: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    type: fc.constant('service' as const),
    service: fc.constantFrom('clussvc', 'rhs.exe'),
    state: fc.constantFrom(
      'starting' as const,
      'started' as const,
      'stopped' as const,
      'terminated' as const,
    ),
    node: selfOrRef,
  }),
  fc.record({ type: fc.constant('boot' as const), node: selfOrRef }),
  fc.record({ type: fc.constant('shutdown' as const), node: selfOrRef, clean: fc.boolean() }),
  fc.record({
    type: fc.constant('bugcheck' as const),
    node: selfOrRef,
    code: fc.constantFrom('0x9e', '0x000000d1', 'nonsense'),
    parameters: fc.constantFrom(['0x12345678', '0x4b0', '0x0', '0x0'], []),
  }),
  fc.record({
    type: fc.constant('owner' as const),
    group: name,
    from: selfOrRef,
    to: ref,
    reason: fc.constant('Manual'),
  }),
);

const time = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 12,
    arbitrary: fc
      .integer({ min: 0, max: 3 * 3_600_000 })
      .map((ms) => new Date(Date.UTC(2026, 2, 4, 9) + ms).toISOString().slice(0, 23)),
  },
  { weight: 1, arbitrary: fc.constantFrom('1601-01-01T00:00:00.000', '2030-01-01T00:00:00.000') },
);
const lines: fc.Arbitrary<Line[]> = fc.array(
  fc.record({ time, body }, { requiredKeys: ['time', 'body'] }),
  { maxLength: 40 },
);
const evidence: fc.Arbitrary<SourceEvidence[]> = fc
  .array(
    fc.record({ lines, node: fc.constantFrom('ZQ1', 'zq2', undefined), known: fc.boolean() }),
    { maxLength: 4 },
  )
  .map((sources) =>
    sources.map(({ lines: written, node, known }, i) =>
      log(
        `${i}/cluster.log`,
        {
          id: `s${i + 1}`,
          ...(node === undefined ? {} : { node }),
          rule: known ? { kind: 'utc' } : { kind: 'unknown' },
        },
        written,
      ),
    ),
  );

test('the order of the sources changes nothing', () => {
  fc.assert(
    fc.property(evidence, fc.infiniteStream(fc.nat()), (sources, random) => {
      const shuffled = sources
        .map((source) => ({ source, key: random.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ source }) => source);
      expect(analyse(shuffled, NO_SETTINGS)).toEqual(analyse(sources, NO_SETTINGS));
    }),
    { numRuns: 150 },
  );
});

test('other ids give the same incident under those ids', () => {
  const renamed = (id: SourceId) => `s${90 - Number(id.slice(1))}` as SourceId;
  const content = (incident: Incident, rename: (id: SourceId) => SourceId) =>
    [...incident.transitions, ...incident.markers, ...incident.intervals, ...incident.findings]
      .map((item) =>
        JSON.stringify(item, (key, value) => (key === 'source' ? rename(value) : value)),
      )
      .map(withSortedRefs)
      .sort();
  fc.assert(
    fc.property(evidence, (sources) => {
      const others = sources.map((item) => ({
        ...item,
        source: { ...item.source, id: renamed(item.source.id) },
      }));
      expect(content(analyse(others, NO_SETTINGS), (id) => id)).toEqual(
        content(analyse(sources, NO_SETTINGS), renamed),
      );
    }),
    { numRuns: 150 },
  );
});

/** Lists of lines are ordered by source id, which this test changes. */
function withSortedRefs(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (_, value) =>
      Array.isArray(value) && value.every((item) => item?.source !== undefined)
        ? value.map((item) => JSON.stringify(item)).sort()
        : value,
    ),
  );
}

test('intervals begin before they end and those of one state lane do not overlap', () => {
  fc.assert(
    fc.property(evidence, (sources) => {
      const { intervals } = analyse(sources, NO_SETTINGS);
      const lanes = new Map<string, StateInterval[]>();
      for (const interval of intervals) {
        const { start, end } = interval;
        if (start === null || end === null) continue;
        expect(start).toBeLessThanOrEqual(end);
        if (interval.kind !== 'state' && interval.kind !== 'dark') continue;
        const { node, entity } = interval;
        // Sources without a node may be several machines.
        if (node === null) continue;
        const key = JSON.stringify([node, entity.kind, entity.name]);
        lanes.set(key, [...(lanes.get(key) ?? []), interval]);
      }
      for (const lane of lanes.values()) {
        lane.sort((a, b) => a.start! - b.start! || a.end! - b.end!);
        for (let i = 1; i < lane.length; i++) {
          expect(lane[i]!.start!).toBeGreaterThanOrEqual(lane[i - 1]!.end!);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('every line cited exists, and arrays are in order of time', () => {
  fc.assert(
    fc.property(evidence, (sources) => {
      const incident = analyse(sources, NO_SETTINGS);
      const lengths = new Map(sources.map(({ source }) => [source.id, source.lines]));
      const cited = [
        ...incident.transitions.flatMap((found) => [found.ref, ...found.alsoAt]),
        ...incident.markers.flatMap((found) => [found.ref, ...found.alsoAt]),
        ...incident.intervals.flatMap((found) => found.evidence),
        ...incident.findings.flatMap((found) => found.evidence),
      ];
      for (const { source, line } of cited) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lengths.get(source)!);
      }
      for (const items of [incident.transitions, incident.markers]) {
        for (let i = 1; i < items.length; i++) {
          expect(compareInstants(items[i - 1]!.time, items[i]!.time)).toBeLessThanOrEqual(0);
        }
      }
    }),
    { numRuns: 100 },
  );
});
