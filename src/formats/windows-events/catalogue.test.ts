import { describe, expect, it } from 'vitest';
import { Level } from '../../model/level.ts';
import { findEvent } from './catalogue.ts';
import { EVENT_ROWS, PROVIDERS } from './catalogue-data.ts';

const CLUSTERING = 'Microsoft-Windows-FailoverClustering';

describe('findEvent', () => {
  it('finds an event under every name of its provider, in any case', () => {
    for (const provider of [CLUSTERING, 'FailoverClustering', 'clussvc', ' CLUSSVC ']) {
      expect(findEvent(provider, 1069)).toMatchObject({
        provider: CLUSTERING,
        kind: 'resource-failed',
        level: Level.Error,
      });
    }
  });

  it('takes a named SQL Server instance for SQL Server', () => {
    expect(findEvent('MSSQL$INST1', 19407)?.kind).toBe('deadlock');
  });

  it('does not take event 1001 of Windows Error Reporting for a bugcheck', () => {
    expect(findEvent('Windows Error Reporting', 1001)).toBeNull();
    expect(findEvent('Microsoft-Windows-WER-SystemErrorReporting', 1001)?.kind).toBe('bugcheck');
    expect(findEvent('BugCheck', 1001)?.kind).toBe('bugcheck');
  });

  it('tells ids with several texts apart by the text', () => {
    expect(
      findEvent(CLUSTERING, 1569, 'The access token of the cloud witness is not valid.')?.kind,
    ).toBe('storage-lost');
    expect(findEvent(CLUSTERING, 1569, "Node would use network 'A'.")?.kind).toBe(
      'network-partition',
    );
    expect(
      findEvent(CLUSTERING, 1649, 'Cluster has established a UDP connection from local endpoint a.')
        ?.kind,
    ).toBe('other');
    expect(
      findEvent(CLUSTERING, 1649, 'Cluster has lost the UDP connection from local endpoint a.')
        ?.kind,
    ).toBe('heartbeat-lost');
  });

  it('prefers the provider itself to another that has it as an alias', () => {
    expect(findEvent('vhdmp', 129)?.provider).toBe('vhdmp');
    expect(findEvent('lsi_sas', 129)?.provider).toBe('storahci');
  });

  it('knows nothing of unknown providers and ids', () => {
    expect(findEvent('Contoso', 1069)).toBeNull();
    expect(findEvent(CLUSTERING, 1)).toBeNull();
    expect(findEvent('', 1069)).toBeNull();
  });

  it('lists each id of a provider once, under a provider that exists', () => {
    const keys = EVENT_ROWS.map(([id, provider]) => `${provider} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [, provider] of EVENT_ROWS) expect(PROVIDERS).toHaveProperty(provider);
  });

  it('names string positions from 1 on, or Data names', () => {
    expect(findEvent(CLUSTERING, 1069)?.fields).toEqual([
      { name: 'resource', positions: [1], dataName: null },
      { name: 'group', positions: [2], dataName: null },
      { name: 'type', positions: [3], dataName: null },
      { name: 'status', positions: [4, 5], dataName: null },
    ]);
    expect(findEvent('Microsoft-Windows-Kernel-General', 12)?.fields).toEqual([
      { name: 'StartTime', positions: [], dataName: 'StartTime' },
    ]);
  });
});
