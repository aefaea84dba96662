import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUGCHECK_NAMES, BUGCHECK_ROWS } from './bugcheck-data.ts';
import { readBugcheckText } from './bugcheck-text.ts';
import { decodeBugcheck, parseHex } from './bugchecks.ts';

describe('decodeBugcheck', () => {
  it("puts the health monitor's parameters in words", () => {
    const decoded = decodeBugcheck('0x0000009e', [
      '0xfffffab030cce600',
      '0x00000000000004b0',
      '0x65',
      '0x0',
    ]);
    expect(decoded).toMatchObject({
      code: '0x9E',
      name: 'USER_MODE_HEALTH_MONITOR',
      kind: 'bugcheck',
      minidump: false,
    });
    expect(
      decoded?.parameters.map(({ value, decoded }) => [value, decoded?.split(':')[0] ?? null]),
    ).toEqual([
      ['0xfffffab030cce600', null],
      ['0x4b0', '1200 s'],
      ['0x65', 'WatchdogSourceRhsResourceDeadlockPhysicalDisk'],
      ['0x0', null],
    ]);
  });

  it('does not read a cause into a watchdog source of zero', () => {
    expect(decodeBugcheck('9E', ['0', '0', '0', '0'])?.parameters[2]?.decoded).toContain(
      'No source was given',
    );
  });

  it('clears the minidump mark for the lookup and keeps the code as written', () => {
    expect(decodeBugcheck('0x100000d1', [])).toMatchObject({
      code: '0xD1',
      writtenCode: '0x100000d1',
      minidump: true,
      name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    });
    expect(decodeBugcheck('0x1000007e', [])?.name).toContain('SYSTEM_THREAD_EXCEPTION_NOT_HANDLED');
  });

  it('takes the decimal code of Kernel-Power as a number', () => {
    expect(decodeBugcheck(158, [])?.code).toBe('0x9E');
    expect(decodeBugcheck(159, [])?.name).toBe('DRIVER_POWER_STATE_FAILURE');
  });

  it('tells live dumps, in which the machine ran on', () => {
    expect(decodeBugcheck('0x1C9', ['1', '4b0', '5', '0'])).toMatchObject({ kind: 'livedump' });
    expect(decodeBugcheck('0x166', [])?.kind).toBe('livedump');
  });

  it('keeps what it cannot name', () => {
    expect(decodeBugcheck('0xabcdef12', ['x'])).toMatchObject({
      code: '0xABCDEF12',
      name: null,
      parameters: [{ value: 'x' }],
    });
    expect(decodeBugcheck('none', [])).toBeNull();
    expect(decodeBugcheck(-1, [])).toBeNull();
  });

  it('has each code once', () => {
    const codes = [
      ...BUGCHECK_ROWS.map(([code]) => code),
      ...BUGCHECK_NAMES.trim()
        .split('\n')
        .map((line) => Number.parseInt(line, 16)),
    ];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('reads any 64-bit number back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }), (value) => {
        const hex = value.toString(16).padStart(16, '0');
        expect(parseHex(`0x${hex}`)).toBe(value);
        expect(parseHex(`${hex.slice(0, 8)}\`${hex.slice(8)}`)).toBe(value);
      }),
    );
  });
});

describe('readBugcheckText', () => {
  // biome-ignore format: a table
  it.each([
    ['English', 'The computer has rebooted from a bugcheck.  The bugcheck was: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000). A full dump was saved in: C:\\Windows\\MEMORY.DMP. Report Id: 040612-50390-01.'],
    ['Chinese', '计算机已经从检测错误后重新启动。检测错误: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000)。已将转储的数据保存在: C:\\Windows\\MEMORY.DMP。报告 ID: 040612-50390-01。'],
    ['German', 'Der Computer ist nach einem schwerwiegenden Fehler neu gestartet. Der Fehlercode war: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000). Ein volles Abbild wurde gespeichert in: C:\\Windows\\MEMORY.DMP. Berichts-ID: 040612-50390-01.'],
    ['an unknown language', 'Xx xxx: 0x0000009E (0xFFFFFAB030CCE600, 0x4B0, 0x0, 0x0). Yy: C:\\Windows\\MEMORY.DMP. Zz: 040612-50390-01.'],
  ])('reads the message in %s by its shape', (_language, message) => {
    expect(readBugcheckText(message)).toEqual({
      code: '0x9e',
      parameters: ['0xfffffab030cce600', '0x4b0', '0x0', '0x0'],
      dumpFile: 'C:\\Windows\\MEMORY.DMP',
      reportId: '040612-50390-01',
    });
  });

  it('reads a first string that holds code and parameters only', () => {
    expect(
      readBugcheckText(
        '0x00010001 (0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000)',
      ),
    ).toEqual({
      code: '0x10001',
      parameters: ['0x0', '0x0', '0x0', '0x0'],
      dumpFile: null,
      reportId: null,
    });
  });

  it('finds nothing in other texts, and never throws', () => {
    expect(
      readBugcheckText('The system has rebooted without cleanly shutting down first.'),
    ).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readBugcheckText(text)));
  });
});
