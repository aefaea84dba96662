import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateOrder,
  isDatePlaceholder,
  ordersOf,
  parseWrittenDate,
  readTimeOfDay,
  wallTimeOf,
} from './written-date.ts';

const read = (text: string, order: DateOrder = 'mdy') => {
  const date = parseWrittenDate(text);
  const wall = date && wallTimeOf(date, order);
  return wall ? new Date(wall.wall).toISOString() : null;
};

describe('parseWrittenDate', () => {
  // biome-ignore format: a table
  it.each([
    ['9/15/2017 8:24:36 PM', '2017-09-15T20:24:36.000Z'],
    ['10/7/2016 06:38:24 PM', '2016-10-07T18:38:24.000Z'],
    ['27.10.2021 12:28:26', '2021-10-27T12:28:26.000Z'],
    ['27. 10. 2021 12:28:26', '2021-10-27T12:28:26.000Z'],
    ['2022/4/16 22:37:05', '2022-04-16T22:37:05.000Z'],
    ['2021/8/27 下午 01:27:31', '2021-08-27T13:27:31.000Z'],
    ['2021/8/27 下午01:27:31', '2021-08-27T13:27:31.000Z'],
    ['2021/8/27 上午 12:27:31', '2021-08-27T00:27:31.000Z'],
    ['2021-03-09 오전 12:07:41', '2021-03-09T00:07:41.000Z'],
    ['2021-03-09 오후 12:07:41', '2021-03-09T12:07:41.000Z'],
    ['2021. 3. 9. 오후 1:07:41', '2021-03-09T13:07:41.000Z'],
    ['2018年4月1日 22:04:42', '2018-04-01T22:04:42.000Z'],
    ['2018/04/01 午後 10:04:42', '2018-04-01T22:04:42.000Z'],
    ['23/10/2011 17:21:06', '2011-10-23T17:21:06.000Z'],
    ['23/10/2011 5:21:06 p. m.', '2011-10-23T17:21:06.000Z'],
    ['23/10/2011 5:21:06 a.m.', '2011-10-23T05:21:06.000Z'],
    ['15.09.2017 ÖS 08:24:36', '2017-09-15T20:24:36.000Z'],
    ['12/31/2017 13:24:36 PM', '2017-12-31T13:24:36.000Z'],
    ['\u200e9/\u200e15/\u200e2017 8:24:36\u202fPM', '2017-09-15T20:24:36.000Z'],
    ['9/15/17 8:24 PM', '2017-09-15T20:24:00.000Z'],
    ['15-Sep-17 20:24:36', '2017-09-15T20:24:36.000Z'],
    ['2017-03-02T21:21:08.135', '2017-03-02T21:21:08.135Z'],
    ['2017-03-02 21:21:08', '2017-03-02T21:21:08.000Z'],
  ])('reads "%s"', (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  it('keeps a stated offset', () => {
    expect(parseWrittenDate('2025-11-12T15:49:43.5630000Z')?.offsetMinutes).toBe(0);
    expect(parseWrittenDate('2025-11-12T15:49:43+08:00')?.offsetMinutes).toBe(480);
    expect(parseWrittenDate('2025-11-12T15:49:43')?.offsetMinutes).toBeNull();
  });

  // biome-ignore format: a table
  it.each(['', '<date>', 'yyyy/mm/dd HH:mm:ss', '13/13/2017 1:00:00', '2/30/2017 1:00:00', '30.2.2017 1:00:00', '9/15/2017', '9/15/2017 25:00:00', '1/1/0001 00:00:00', '1/2/99999 1:00:00', '9/15-2017 1:00:00'])(
    'reads no date out of "%s"', (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('leaves day and month open only when both readings exist', () => {
    expect(ordersOf(parseWrittenDate('4/6/2016 1:00:00')!)).toEqual(['mdy', 'dmy']);
    expect(ordersOf(parseWrittenDate('4/16/2016 1:00:00')!)).toEqual(['mdy']);
    expect(ordersOf(parseWrittenDate('4/4/2016 1:00:00')!)).toEqual([]);
    expect(ordersOf(parseWrittenDate('4.6.2016 1:00:00')!)).toEqual([]);
  });

  it('reads a date that fits only the other order in that one, and says so', () => {
    const date = parseWrittenDate('16/4/2016 1:00:00')!;
    expect(wallTimeOf(date, 'mdy')).toEqual({ wall: Date.UTC(2016, 3, 16, 1), forced: true });
    expect(wallTimeOf(date, 'dmy')).toMatchObject({ forced: false });
  });

  it('reads back every instant it could have been written from, in every shape', () => {
    const instant = fc
      .integer({ min: Date.UTC(1995, 0), max: Date.UTC(2100, 0) })
      .map((ms) => Math.floor(ms / 1000) * 1000);
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(instant, (ms) => {
        const at = new Date(ms);
        const [y, mo, d] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
        const [h, mi, s] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
        const half = h < 12 ? 'AM' : 'PM';
        const twelve = `${h % 12 || 12}:${two(mi)}:${two(s)}`;
        const iso = at.toISOString();
        expect(read(`${mo}/${d}/${y} ${twelve} ${half}`, 'mdy')).toBe(iso);
        expect(read(`${two(d)}/${two(mo)}/${y} ${h}:${two(mi)}:${two(s)}`, 'dmy')).toBe(iso);
        expect(read(`${two(d)}.${two(mo)}.${y} ${two(h)}:${two(mi)}:${two(s)}`)).toBe(iso);
        expect(read(`${y}/${mo}/${d} ${h < 12 ? '上午' : '下午'} ${twelve}`)).toBe(iso);
        expect(read(iso.slice(0, 19))).toBe(iso);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseWrittenDate(text)));
  });
});

it('reads times of day with half-day words on either side', () => {
  expect(readTimeOfDay('8:24:36 PM')).toBe(((20 * 60 + 24) * 60 + 36) * 1000);
  expect(readTimeOfDay('오전 12:00:01')).toBe(1000);
  expect(readTimeOfDay('8 o’clock')).toBeNull();
});

it('knows what stands in place of a date', () => {
  for (const text of [
    '',
    '<date>',
    'Date/Time',
    'yyyy/mm/dd HH:mm:ss',
    '***',
    'XX/XX/2017 1:00:00',
  ]) {
    expect(isDatePlaceholder(text), text).toBe(true);
  }
  expect(isDatePlaceholder('13/13/2017 8:24:36 PM')).toBe(false);
});
