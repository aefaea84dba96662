import { describe, expect, it } from 'vitest';
import { type DateSample, dumpDayOf, offsetMinutesBetween, settleDateOrder } from './date-order.ts';
import { parseWrittenDate } from './written-date.ts';

const sample = (text: string, extra: Partial<DateSample> = {}): DateSample => ({
  date: parseWrittenDate(text)!,
  evidence: { line: 1, text },
  utc: null,
  dumpDay: null,
  ...extra,
});
const settle = (texts: readonly string[], label: 'dmy' | null = null) =>
  settleDateOrder(
    texts.map((text) => sample(text)),
    label,
  );

describe('settleDateOrder', () => {
  it('needs no ruling when every date is certain', () => {
    expect(settle(['2017/9/1 1:00:00', '01.09.2017 1:00:00'])).toMatchObject({
      basis: 'certain',
      doubtful: false,
    });
  });

  it('follows a number over twelve', () => {
    expect(settle(['1/2/2017 1:00:00', '1/13/2017 1:00:00'])).toMatchObject({
      order: 'mdy',
      basis: 'values',
      doubtful: false,
    });
    expect(settle(['1/2/2017 1:00:00', '13/1/2017 1:00:00'])).toMatchObject({
      order: 'dmy',
      basis: 'values',
      doubtful: false,
    });
  });

  it('calls a source with both mixed, and doubts the dates that fit both', () => {
    expect(settle(['1/2/2017 1:00:00', '1/13/2017 1:00:00', '13/1/2017 1:00:00'])).toMatchObject({
      mixed: true,
      doubtful: true,
    });
    expect(settle(['1/13/2017 1:00:00', '13/1/2017 1:00:00'])).toMatchObject({
      mixed: true,
      doubtful: false,
    });
  });

  it('believes the XML before the language of the labels', () => {
    const utc = Date.UTC(2017, 1, 1, 17);
    expect(settleDateOrder([sample('2/1/2017 9:00:00 AM', { utc })], 'dmy')).toMatchObject({
      order: 'mdy',
      basis: 'xml',
    });
  });

  it('believes the name of a minidump', () => {
    const dumpDay = dumpDayOf('C:\\WINDOWS\\Minidump\\Mini111207-01.dmp');
    expect(settleDateOrder([sample('12/11/2007 3:19:32 PM', { dumpDay })], null)).toMatchObject({
      order: 'dmy',
      basis: 'minidump',
    });
  });

  it('takes the only order in which rows go one way, newest or oldest first, as a doubtful hint', () => {
    expect(settle(['12/1/2017 1:00:00', '1/2/2017 1:00:00', '2/2/2017 1:00:00'])).toMatchObject({
      order: 'dmy',
      basis: 'rows',
      doubtful: true,
    });
    expect(settle(['1/2/2017 1:00:00', '6/5/2017 1:00:00', '3/4/2017 1:00:00'])).toMatchObject({
      basis: 'default',
    });
  });

  it('takes the order that packs rows into days instead of months as a doubtful hint', () => {
    expect(settle(['1/2/2017 1:00:00', '2/2/2017 1:00:00', '3/2/2017 1:00:00'])).toMatchObject({
      order: 'dmy',
      basis: 'rows',
      doubtful: true,
    });
    expect(settle(['2/1/2017 1:00:00', '2/2/2017 1:00:00', '2/3/2017 1:00:00'])).toMatchObject({
      order: 'mdy',
      basis: 'rows',
    });
  });

  it('falls back to the language of the labels, then to month first with doubt', () => {
    expect(settle(['1/2/2017 1:00:00'], 'dmy')).toMatchObject({
      order: 'dmy',
      basis: 'labels',
      doubtful: false,
    });
    expect(settle(['1/2/2017 1:00:00 PM'])).toMatchObject({
      order: 'mdy',
      basis: 'default',
      doubtful: true,
    });
  });
});

describe('offsetMinutesBetween', () => {
  const utc = Date.UTC(2022, 3, 16, 14, 37, 5, 980);
  it.each([
    ['22:37:05', 480],
    ['09:07:05', -330],
    ['20:22:05', 345],
    ['14:37:05', 0],
    ['14:38:00', 0],
  ])('finds the offset of %s', (time, minutes) => {
    expect(offsetMinutesBetween(Date.parse(`2022-04-16T${time}Z`), utc)).toBe(minutes);
  });

  it('finds none for times that no zone joins', () => {
    expect(offsetMinutesBetween(Date.parse('2022-04-16T14:44:05Z'), utc)).toBeNull();
    expect(offsetMinutesBetween(Date.parse('2022-04-18T14:37:05Z'), utc)).toBeNull();
  });
});

it('reads the day in the name of a dump', () => {
  expect(dumpDayOf('C:\\Windows\\Minidump\\070219-22546-01.dmp')).toBe(
    Date.UTC(2019, 6, 2) / 86_400_000,
  );
  expect(dumpDayOf('C:\\Windows\\MEMORY.DMP')).toBeNull();
  expect(dumpDayOf('\\Mini131307-01.dmp')).toBeNull();
});
