import { describe, expect, it } from 'vitest';
import { statusCodesIn } from './status-codes-in-text.ts';

const names = (text: string) =>
  statusCodesIn(text).map(({ written, name }) => `${written} ${name}`);

describe('status codes in a log text', () => {
  it('names the result of a failed call', () => {
    expect(
      names("WARN [RCM] HandleMonitorReply: FAILURENOTIFICATION for 'disk', gen(0) result 5018."),
    ).toEqual(['5018 ERROR_RESMON_ONLINE_FAILED']);
  });

  it('reads decimal, hexadecimal and HRESULT, each once', () => {
    expect(
      names('status 170. Error 170, HrError(0x80070005), error code: 0x5, status of 1722'),
    ).toEqual([
      '170 ERROR_BUSY',
      '0x80070005 ERROR_ACCESS_DENIED',
      '0x5 ERROR_ACCESS_DENIED',
      '1722 RPC_S_SERVER_UNAVAILABLE',
    ]);
  });

  it('says nothing of success, of other numbers and of unknown codes', () => {
    expect(names('status 0, node 5, gumId: 5018, result 123456')).toEqual([]);
  });
});
