import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeStatus } from './status-codes.ts';

describe('describeStatus', () => {
  it.each([
    [5018, 'ERROR_RESMON_ONLINE_FAILED'],
    ['5925', 'ERROR_CLUSTER_NO_QUORUM'],
    ['0x80070490', 'ERROR_NOT_FOUND'],
    ['80072030', 'ERROR_DS_NO_SUCH_OBJECT'],
    ['C0000225', 'STATUS_NOT_FOUND'],
    [-1073741643, 'STATUS_IO_TIMEOUT'],
    ['10060', 'WSAETIMEDOUT'],
  ])('names %s', (status, name) => {
    expect(describeStatus(status)?.name).toBe(name);
  });

  it('keeps the number as printed, unsigned', () => {
    expect(describeStatus('80070005')).toEqual({ code: 0x80070005, name: 'ERROR_ACCESS_DENIED' });
  });

  it('is null for what it does not know', () => {
    for (const status of ['', 'ERROR', '999999', '0xzz', Number.NaN])
      expect(describeStatus(status)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void describeStatus(text)));
  });
});
