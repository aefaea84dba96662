import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import { wsfcClusterLog } from './format.ts';
import { headOf, type LogView, readLog } from './read-log.testing.ts';

const CORPUS = new URL('../../../../shared/corpus/wsfc/', import.meta.url);
const present = existsSync(CORPUS);
const files = present ? readdirSync(CORPUS).filter((name) => name.endsWith('.log')) : [];
const textOf = (name: string) => readFileSync(new URL(name, CORPUS), 'utf8');

/** The corpus file whose name begins so, read. */
function read(prefix: string): LogView & { readonly lines: readonly string[] } {
  const name = files.find((file) => file.startsWith(prefix))!;
  const text = textOf(name);
  return { ...readLog(text, name), lines: text.split('\n') };
}

/** Published excerpts beside the project; not part of it, so the suite is empty without them. */
describe.runIf(present)(`published excerpts (${files.length} files)`, () => {
  it.each(files)('%s is claimed, and every line is accounted for', (name) => {
    const text = textOf(name);
    expect(wsfcClusterLog.claim(headOf(text, name)).score).toBeGreaterThanOrEqual(0.5);
    const { segment } = readLog(text, name);
    const { entries, continuations, sections, blanks, problems } = segment.tally;
    expect(entries + continuations + sections + blanks + problems).toBe(segment.lineCount);
    expect(problems).toBe(0);
    expect(segment.problems).toEqual([]);
  });

  it.each(files)('%s: every fact stands on a line that says so', (name) => {
    const lines = textOf(name).split('\n');
    for (const { line, body, written } of readLog(textOf(name), name).facts) {
      const raw = lines[line]!;
      expect(raw).toContain(written);
      if (body.type === 'transition' || body.type === 'state-seen')
        expect(raw).toContain(body.entity.name.replace('SQL Server component ', ''));
      if (body.type === 'transition') expect(raw).toContain(body.to);
      if (body.type === 'deadlock' || body.type === 'rhs-call')
        expect(raw).toContain(body.resource);
      if (body.type === 'beats-missed') expect(raw).toContain(body.remoteEndpoint);
      if (body.type === 'owner') expect(raw).toContain(body.group);
    }
  });

  it('counts a viewer column, seven-digit ids and joined entries as entries', () => {
    expect(read('25-').records).toHaveLength(6);
    expect(read('13-').records).toHaveLength(2);
    expect(read('18-').records.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 5, 5, 5, 5]);
  });

  it('reads the levels of a 2016 System section as critical', () => {
    const { segment } = read('04-');
    expect(segment.levels).toEqual({ 1: 7, 2: 1, 3: 0, 4: 0, 5: 0 });
    expect(segment.tally.continuations).toBe(2);
  });

  it('reads the clocks of each excerpt', () => {
    const clocks = (prefix: string) => [...new Set(read(prefix).records.map(({ clock }) => clock))];
    expect(clocks('02-')).toEqual([Clock.TimeOfDay]);
    expect(clocks('06-')).toEqual([Clock.DayOfMonth]);
    for (const prefix of ['03-', '07-', '21-', '22-', '23-', '24-', '30-'])
      expect(clocks(prefix), prefix).toEqual([Clock.Undated]);
    for (const prefix of ['08-', '09-', '14-', '16-', '28-'])
      expect(clocks(prefix), prefix).toEqual([Clock.Wall]);
  });

  it('infers UTC-4 and the local date of the patched node from its death timer', () => {
    const evidence = read('02-').bodies.find(({ type }) => type === 'clock-evidence');
    expect(evidence).toMatchObject({
      wall: Date.UTC(2020, 4, 11, 21, 17, 42, 347),
      utc: Date.UTC(2020, 4, 12, 1, 17, 42, 347),
    });
  });

  it('tells the lost node: misses, route, view, quorum', () => {
    const { bodies } = read('01-');
    expect(bodies.filter(({ type }) => type === 'beats-missed')).toHaveLength(2);
    expect(bodies.filter(({ type }) => type === 'view')).toEqual([
      { type: 'view', joiners: [], downers: [2], members: [1] },
    ]);
    expect(bodies.filter(({ type }) => type === 'quorum')).toMatchObject([
      { state: 'at-risk' },
      { state: 'lost' },
    ]);
  });

  it('tells transitions and the owner of the moved group', () => {
    expect(read('14-').bodies).toContainEqual({
      type: 'transition',
      entity: { kind: 'resource', name: 'ag' },
      from: 'Online',
      to: 'OfflineCallIssued',
    });
    expect(read('02-').bodies).toContainEqual({
      type: 'owner',
      group: 'Cluster Group',
      from: { name: 'ELB31', id: 2 },
      to: { name: 'ELB31', id: 2 },
      reason: 'NodeDown',
    });
  });
});
