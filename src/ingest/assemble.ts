import { assert } from '../base/assert.ts';
import type { Fact, SegmentRecords, SourceEvidence } from '../model/evidence.ts';
import type { LevelName } from '../model/level.ts';
import type { Problem } from '../model/problem.ts';
import type { CoverageRun, LineTally, Segment } from '../model/segment.ts';
import type { Source, SourceId } from '../model/source.ts';
import type { Recognised } from './detect.ts';
import { mergeCoverage } from './merge-coverage.ts';

/** A source keeps the first of its problems; `problemCount` counts all. */
const MAX_PROBLEMS_PER_SOURCE = 1000;

export interface SourceInfo {
  readonly id: SourceId;
  readonly path: string;
  readonly bytes: number;
  readonly recognised: Pick<Recognised, 'format' | 'encoding' | 'encodingBasis' | 'preparation'>;
}

/** A segment whose place in the source is known. */
export interface PlacedSegment {
  readonly index: number;
  readonly segment: SegmentRecords;
}

/**
 * Puts the segments of one source together, in whatever order they arrive. A segment counts as soon as all before it are
 * there, because only then its line numbers are known; so any order of arrival ends in the same result.
 */
export interface Assembly {
  /** Takes segment `index` (0-based, each once) and returns the segments that are placed by it, ascending. Their arrays may be transferred. */
  addSegment(index: number, segment: Segment): readonly PlacedSegment[];
  /** The source as far as it is placed. The same object until a segment is placed. */
  source(): Source;
  /** Everything analysis needs, as far as it is placed. The same object until a segment is placed. */
  evidence(): SourceEvidence;
}

export function createAssembly(info: SourceInfo): Assembly {
  return new SegmentAssembly(info);
}

class SegmentAssembly implements Assembly {
  private readonly info: SourceInfo;
  private readonly waiting = new Map<number, Segment>();
  private nextIndex = 0;
  private lines = 0;
  private records = 0;
  private undated = 0;
  private problemCount = 0;
  private readonly tally = { entries: 0, continuations: 0, sections: 0, blanks: 0, problems: 0 };
  private readonly levels: Record<LevelName, number> = {
    critical: 0,
    error: 0,
    warning: 0,
    info: 0,
    debug: 0,
  };
  private readonly problems: Problem[] = [];
  private readonly facts: Fact[] = [];
  private coverage: CoverageRun[] = [];
  private knownSource: Source | undefined;
  private knownEvidence: SourceEvidence | undefined;

  constructor(info: SourceInfo) {
    this.info = info;
  }

  addSegment(index: number, segment: Segment): readonly PlacedSegment[] {
    assert(index >= this.nextIndex && !this.waiting.has(index), `segment ${index} arrives once`);
    this.waiting.set(index, segment);
    const placed: PlacedSegment[] = [];
    for (let next = this.take(); next; next = this.take()) placed.push(this.place(next));
    return placed;
  }

  source(): Source {
    const { format, encoding, encodingBasis, preparation } = this.info.recognised;
    this.knownSource ??= {
      id: this.info.id,
      path: this.info.path,
      format: format.id,
      encoding,
      encodingBasis,
      node: preparation.node,
      timeBase: preparation.timeBase,
      bytes: this.info.bytes,
      lines: this.lines,
      records: this.records,
      undated: this.undated,
      tally: { ...this.tally },
      levels: { ...this.levels },
      problems: [...this.problems],
      problemCount: this.problemCount,
    };
    return this.knownSource;
  }

  evidence(): SourceEvidence {
    this.knownEvidence ??= {
      source: this.source(),
      facts: [...this.facts],
      coverage: this.coverage,
    };
    return this.knownEvidence;
  }

  private take(): Segment | undefined {
    const segment = this.waiting.get(this.nextIndex);
    this.waiting.delete(this.nextIndex);
    return segment;
  }

  private place(segment: Segment): PlacedSegment {
    const index = this.nextIndex++;
    const baseLine = this.lines + 1;
    this.lines += segment.lineCount;
    this.records += segment.columns.count;
    this.undated += segment.undated;
    this.problemCount += segment.problemCount;
    for (const key of Object.keys(this.tally) as (keyof LineTally)[]) {
      this.tally[key] += segment.tally[key];
    }
    this.levels.critical += segment.levels[1];
    this.levels.error += segment.levels[2];
    this.levels.warning += segment.levels[3];
    this.levels.info += segment.levels[4];
    this.levels.debug += segment.levels[5];
    for (const problem of segment.problems) {
      if (this.problems.length === MAX_PROBLEMS_PER_SOURCE) break;
      this.problems.push({ ...problem, line: baseLine + problem.line });
    }
    for (const { record: _, ...fact } of segment.facts) {
      this.facts.push({ ...fact, line: baseLine + fact.line });
    }
    this.coverage = mergeCoverage([...this.coverage, ...segment.coverage]);
    this.knownSource = undefined;
    this.knownEvidence = undefined;
    const { baseOffset, byteLength, lineCount, columns, dictionary, density, coverage, tally } =
      segment;
    return {
      index,
      segment: {
        baseOffset,
        byteLength,
        lineCount,
        columns,
        dictionary,
        density,
        coverage,
        tally,
        baseLine,
      },
    };
  }
}
