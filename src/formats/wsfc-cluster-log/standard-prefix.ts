import { Level } from '../../model/level.ts';
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from '../../time/instant.ts';
import { isPlausibleStamp } from '../../time/plausible-stamp.ts';
import { dayStart } from './stamp.ts';

/** Bytes of `00001148.00001158::2017/09/15-20:24:36.365 `. */
const STANDARD_LENGTH = 43;
const STAMP_AT = 19;
const BLANK = 0x20;

/** Level words, little endian; three letters leave the fourth byte zero. */
const INFO = word('INFO');
const WARN = word('WARN');
const CRIT = word('CRIT');
const ERR = word('ERR');
const DBG = word('DBG');

/**
 * Reads the prefix that every raw file since 2003 has, at fixed offsets and four bytes at a time:
 * `00001148.00001158::2017/09/15-20:24:36.365 INFO  `. Whatever differs by a byte is left to `readPrefix`.
 */
export class StandardPrefix {
  time = 0;
  level: Level = Level.Info;
  /** Whether the day is one that a log can be from. */
  plausible = true;
  /** Where the text begins, behind the blanks that follow the level. */
  textStart = 0;

  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  /** The date last read, as written, and its day: dates repeat for thousands of lines. */
  private yearWord = 0;
  private monthWord = 0;
  private dayWord = 0;
  private day = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether a standard prefix with a stamp of the calendar begins at `at`. Its level is info when no word says otherwise. */
  read(at: number): boolean {
    const { view, bytes } = this;
    if (at + STANDARD_LENGTH + 4 > bytes.length) return false;
    const stamp = at + STAMP_AT;
    if (bytes[at + 8] !== 0x2e || bytes[stamp - 2] !== 0x3a || bytes[stamp - 1] !== 0x3a)
      return false;
    // Lower-case hex digits have bit 5 set, line ends and blanks' neighbours below 0x20 do not.
    const ids =
      view.getInt32(at, true) &
      view.getInt32(at + 4, true) &
      view.getInt32(at + 9, true) &
      view.getInt32(at + 13, true);
    if ((ids & 0x20202020) !== 0x20202020) return false;
    const hour = view.getInt32(stamp + 8, true);
    const minute = view.getInt32(stamp + 12, true);
    const second = view.getInt32(stamp + 16, true);
    const milli = view.getInt32(stamp + 20, true);
    // Each digit byte 0x30-0x39 plus 6 stays below 0x40; separators must be equal.
    if (((minute + 0x06060006) & 0xf0f0fff0) !== 0x30303a30) return false;
    if (((second + 0x00060600) & 0xfff0f0ff) !== 0x2e30303a) return false;
    if (((milli + 0x00060606) & 0xfff0f0f0) !== 0x20303030) return false;
    const year = view.getInt32(stamp, true);
    const month = view.getInt32(stamp + 4, true);
    const dayOfMonth = hour & 0x00ffffff;
    if (year !== this.yearWord || month !== this.monthWord || dayOfMonth !== this.dayWord) {
      if (!this.readDate(stamp, year, month, dayOfMonth)) return false;
    }
    const h = ((hour >>> 24) - 0x30) * 10 + (minute & 0x0f);
    const m = ((minute >>> 16) & 0x0f) * 10 + ((minute >>> 24) & 0x0f);
    const s = ((second >>> 8) & 0x0f) * 10 + ((second >>> 16) & 0x0f);
    if (h < 0 || h > 23 || m > 59 || s > 59) return false;
    const ms = (milli & 0x0f) * 100 + ((milli >>> 8) & 0x0f) * 10 + ((milli >>> 16) & 0x0f);
    this.time = this.day + (h * MS_PER_HOUR + m * MS_PER_MINUTE + s * MS_PER_SECOND + ms);
    let text = at + STANDARD_LENGTH;
    if (view.getInt32(text, true) === INFO && bytes[text + 4] === BLANK) {
      this.level = Level.Info;
      text += 5;
    } else text = this.readOtherLevel(text);
    while (text < bytes.length && bytes[text] === BLANK) text++;
    this.textStart = text;
    return true;
  }

  /** Level other than `INFO ` at `at`; returns where it ends. */
  private readOtherLevel(at: number): number {
    const first = this.view.getInt32(at, true);
    let level: Level = Level.Info;
    let length = 4;
    if (first === WARN) level = Level.Warning;
    else if (first === CRIT) level = Level.Critical;
    else if (first !== INFO) {
      length = 3;
      if ((first & 0xffffff) === ERR) level = Level.Error;
      else if ((first & 0xffffff) === DBG) level = Level.Debug;
      else length = 0;
    }
    if (length > 0 && !endsWord(this.bytes, at + length)) {
      length = 0;
      level = Level.Info;
    }
    this.level = level;
    return at + length;
  }

  private readDate(stamp: number, year: number, month: number, dayOfMonth: number): boolean {
    const { bytes } = this;
    for (let i = 0; i < 10; i++) {
      const byte = bytes[stamp + i]!;
      if (i === 4 || i === 7 ? byte !== 0x2f : byte < 0x30 || byte > 0x39) return false;
    }
    if (bytes[stamp + 10] !== 0x2d) return false;
    const digit = (i: number) => bytes[stamp + i]! - 0x30;
    const day = dayStart(
      digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
      digit(5) * 10 + digit(6),
      digit(8) * 10 + digit(9),
    );
    if (Number.isNaN(day)) return false;
    this.yearWord = year;
    this.monthWord = month;
    this.dayWord = dayOfMonth;
    this.day = day;
    this.plausible = isPlausibleStamp(day);
    return true;
  }
}

function endsWord(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === undefined || byte === 0x20 || byte === 0x0a || byte === 0x0d;
}

function word(text: string): number {
  let value = 0;
  for (let i = text.length - 1; i >= 0; i--) value = (value << 8) | text.charCodeAt(i);
  return value;
}
