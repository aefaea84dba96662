import type { Lane } from '../../src/timeline/lane.ts';
import type { TimelineStrings } from './strings.ts';

/** What a row's name cell shows. */
export interface LaneLabel {
  readonly text: string;
  /** For a narrow column. */
  readonly short: string;
  /** Smaller, beside the name; left out of a narrow column. */
  readonly detail: string;
}

export function laneLabel(lane: Lane, strings: TimelineStrings): LaneLabel {
  const label = labelInTree(lane, strings);
  // A pinned lane stands apart from its node, so it says whose it is.
  if (lane.depth > 0 || lane.kind === 'node') return label;
  return { ...label, detail: lane.node ?? strings.words.unplaced };
}

function labelInTree(lane: Lane, strings: TimelineStrings): LaneLabel {
  const { words } = strings;
  switch (lane.kind) {
    case 'node':
      return named(lane.node ?? words.unplaced);
    case 'group':
      return named(lane.name, words.laneKind.group);
    case 'resource':
      return named(lane.name, lane.writtenName ?? '');
    case 'heartbeat':
      return {
        text: strings.heartbeat(lane.peer ?? lane.name),
        short: strings.heartbeatShort(lane.peer ?? lane.name),
        detail: lane.medium === null || lane.medium === 'network' ? '' : words.medium[lane.medium],
      };
    case 'timers':
      return named(words.laneKind.timers, lane.name);
    case 'decisions':
      return named(words.laneKind.decisions);
    case 'quiet':
      return named(strings.quiet(Number(lane.name)));
    case 'source':
      return named(lane.name);
    default:
      return named(lane.name, words.laneKind[lane.kind]);
  }
}

function named(text: string, detail = ''): LaneLabel {
  return { text, short: text, detail };
}
