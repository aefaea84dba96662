import { describe, expect, it } from 'vitest';
import type { SourceId } from '../model/source.ts';
import { parseArguments } from './arguments.ts';
import { zoneSettings } from './zone-settings.ts';

const SOURCES = [
  { id: 's1', path: 'C:/logs/zq1/cluster.log', nodeNames: ['ZQ1', 'zq1.example.com', '1'] },
  { id: 's2', path: 'zq2/cluster.log', nodeNames: ['ZQ2'] },
  { id: 's3', path: './old=2017/zq2/cluster.log', nodeNames: ['ZQ2'] },
  { id: 's4', path: 'events.txt', nodeNames: [] },
].map((source) => ({ ...source, id: source.id as SourceId }));

/** Ids of the sources that an option names, or what it says when there are none. */
function named(target: string): string[] | string {
  const options = parseArguments([`--zone=${target}=+08:00`, 'x']);
  if ('error' in options) return options.error;
  const settings = zoneSettings(options, SOURCES);
  return 'error' in settings ? settings.error : Object.keys(settings.zones);
}

describe('zoneSettings', () => {
  it('takes the path as typed, with either slash', () => {
    expect(named('C:\\logs\\zq1\\cluster.log')).toEqual(['s1']);
    expect(named('./old=2017/zq2/cluster.log')).toEqual(['s3']);
    expect(named('old=2017\\zq2\\cluster.log')).toEqual(['s3']);
  });

  it('prefers the whole path to the last components of another', () => {
    expect(named('zq2/cluster.log')).toEqual(['s2']);
  });

  it('takes the last components, of every source that ends with them', () => {
    expect(named('cluster.log')).toEqual(['s1', 's2', 's3']);
    expect(named('uster.log')).toMatch(/^--zone: no source or node/);
  });

  it('takes a node under any of its names, in any case', () => {
    expect(named('zq2')).toEqual(['s2', 's3']);
    expect(named('ZQ1.Example.com')).toEqual(['s1']);
  });

  it('lets a later option win', () => {
    const options = parseArguments(['--zone=zq2=+01:00', '--zone=zq2/cluster.log=UTC', 'x']);
    if ('error' in options) throw new Error(options.error);
    expect(zoneSettings(options, SOURCES)).toMatchObject({
      zones: { s2: { kind: 'utc' }, s3: { kind: 'offset', offsetMinutes: 60 } },
    });
  });
});
