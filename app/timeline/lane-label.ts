import type { Lane } from '../../src/timeline/lane.ts';
import type { TimelineStrings } from './strings.ts';

/** What a row's name cell shows. */
export interface LaneLabel {
  readonly text: string;
  /** Smaller, beside or under the name. */
  readonly detail: string;
}

export function laneLabel(lane: Lane, strings: TimelineStrings): LaneLabel {
  const { words } = strings;
  switch (lane.kind) {
    case 'node':
      return { text: lane.node ?? words.unplaced, detail: '' };
    case 'group':
      return { text: lane.name, detail: words.laneKind.group };
    case 'resource':
      return { text: lane.name, detail: lane.writtenName ?? '' };
    case 'heartbeat':
      return {
        text: `${words.laneKind.heartbeat} ${lane.peer ?? lane.name}`,
        detail: lane.medium === null || lane.medium === 'network' ? '' : words.medium[lane.medium],
      };
    case 'timers':
      return { text: words.laneKind.timers, detail: lane.name };
    case 'decisions':
      return { text: words.laneKind.decisions, detail: '' };
    case 'source':
      return { text: lane.name, detail: '' };
    default:
      return { text: lane.name, detail: words.laneKind[lane.kind] };
  }
}
