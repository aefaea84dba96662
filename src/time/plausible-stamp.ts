/** Half-open span of the days a log can be from, in ms from 1970-01-01: no cluster log is older, and none is from the future. */
const FIRST = Date.UTC(1990, 0, 1);
const END = Date.UTC(2100, 0, 1);

/** Whether a stamp, read in any zone, can be meant: FILETIME 0 (1601) and the largest dates of programs (9999) cannot. */
export function isPlausibleStamp(time: number): boolean {
  return time >= FIRST && time < END;
}
