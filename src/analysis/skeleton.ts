import { fromWindows1252, gbkPair } from './code-pages.ts';

/**
 * Latin-1 characters that GBK lacks and Windows replaces by a look-alike when it converts windows-1252 text to GBK
 * ("best fit"); what stands neither here nor in GBK is dropped.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ª: 'a',
  º: 'o',
  '¯': 'ˉ',
  '´': '′',
  '²': '2',
  '³': '3',
  '¹': '1',
  '¢': '￠',
  '£': '￡',
  '¥': '￥',
  µ: 'μ',
};

/**
 * What is left of a Chinese name after two wrong conversions: its GBK bytes read as windows-1252, and that text squeezed into
 * GBK again. Letters come out in lower case where GBK has only that (`È` → `è`); `群集磁盘` gives `èoˉ′ì`. Many names share
 * a skeleton, so it can only be compared. null for a name with a character that GBK lacks.
 */
export function skeletonOf(name: string): string | null {
  const bytes: number[] = [];
  for (const character of name) {
    if (character <= '\u007f') {
      bytes.push(character.charCodeAt(0));
      continue;
    }
    const pair = gbkPair(character);
    if (pair === undefined) return null;
    bytes.push(...pair);
  }
  return [...fromWindows1252(bytes)].map(squeeze).join('');
}

function squeeze(character: string): string {
  if (character <= '\u007f' || gbkPair(character) !== undefined) return character;
  const alike = LOOK_ALIKES[character];
  if (alike !== undefined) return alike;
  const lower = character.toLowerCase();
  return gbkPair(lower) === undefined ? '' : lower;
}

/** A name that a skeleton fits, with what makes it the only one. */
export interface SkeletonMatch {
  readonly name: string;
  readonly proof: string;
}

/** Shorter skeletons fit too much. */
const MIN_SKELETON = 3;
const HAN_RUN = /[\u4e00-\u9fff]+/gu;

/**
 * The one name among `known` whose skeleton is `written`. When no whole name fits, a run of Chinese characters within a
 * known name may: `群集磁盘 1` proves the run `群集磁盘`, so `èoˉ′ì 2` is `群集磁盘 2`; the ASCII around it stays as
 * written. null when nothing fits or more than one name does.
 */
export function matchSkeleton(written: string, known: Iterable<string>): SkeletonMatch | null {
  if (!/[^\p{ASCII}]/u.test(written) || /[\u3040-\u9fff\uac00-\ud7a3]/u.test(written)) return null;
  const candidates = [...known].filter((name) => /[\u4e00-\u9fff]/u.test(name));
  const whole = new Set(candidates.filter((name) => skeletonOf(name) === written));
  if (whole.size > 1) return null;
  for (const name of whole) {
    return {
      name,
      proof: `“${name}” loses exactly this way in two wrong conversions, and no other known name does.`,
    };
  }
  const byRun = new Map<string, string>();
  for (const name of candidates) {
    for (const [run] of name.matchAll(HAN_RUN)) {
      const repaired = replaceSkeleton(written, run);
      if (repaired !== null) byRun.set(repaired, name);
    }
  }
  if (byRun.size !== 1) return null;
  const [[name, from]] = [...byRun] as [[string, string]];
  return {
    name,
    proof: `No known name fits as a whole; the Chinese characters of “${from}” lose exactly this way in two wrong conversions, and the rest stands as written. Less certain than a whole name.`,
  };
}

/** `written` with the skeleton of `run` replaced by it, when everything around is ASCII. */
function replaceSkeleton(written: string, run: string): string | null {
  const skeleton = skeletonOf(run);
  if (skeleton === null || skeleton.length < MIN_SKELETON) return null;
  const at = written.indexOf(skeleton);
  if (at < 0 || !/[^\p{ASCII}]/u.test(skeleton)) return null;
  const around = written.slice(0, at) + written.slice(at + skeleton.length);
  if (/[^\p{ASCII}]/u.test(around)) return null;
  return written.slice(0, at) + run + written.slice(at + skeleton.length);
}
