import { describe, expect, it } from 'vitest';
import { stateFamily, stateName } from './states.ts';

describe('states', () => {
  it('sorts RCM and API words into families, whatever their case', () => {
    expect(
      [
        'Online',
        'OnlinePending',
        'WaitingToGoOffline',
        'offline',
        'ProcessingFailure',
        'DelayRestartingResource',
        'StateUnknown',
      ].map(stateFamily),
    ).toEqual(['online', 'starting', 'stopping', 'offline', 'failed', 'waiting', 'unknown']);
  });

  it('is open to words it does not know', () => {
    expect(stateFamily('SomethingNew')).toBe('other');
    expect(stateFamily('constructor')).toBe('other');
  });

  it('names the numbers of 2000 and 2003', () => {
    expect([
      stateName('resource', '129'),
      stateName('group', '3'),
      stateName('node', '-1'),
      stateName('resource', 'Online'),
      stateName('group', '77'),
    ]).toEqual(['OnlinePending', 'PartialOnline', 'Unknown', 'Online', '77']);
  });
});
