import type { StateInterval } from '../model/incident.ts';
import { formatDuration } from '../time/format-time.ts';
import type { LaneInterval } from './lane.ts';
import type { TimelineWords } from './words.ts';

/** What stands on a bar: the vendor's word for a state, ours for what has none. */
export function intervalText(item: LaneInterval, words: TimelineWords): string {
  const { interval } = item;
  const length = () => formatDuration(item.end - item.start);
  switch (interval.kind) {
    case 'state':
      return stateText(interval, words);
    case 'dark':
      return words.dark(textAttribute(interval, 'code'));
    case 'heartbeat-miss':
      return words.missed(length(), interval.outcome);
    case 'deadlock':
      return words.deadlock(interval.state, length());
    case 'pending-deadline':
      return words.deadline(interval.state, length());
    case 'no-coverage':
      return words.noLog;
  }
}

function stateText(interval: StateInterval, words: TimelineWords): string {
  const state =
    interval.entity.kind === 'node'
      ? (words.nodeLife[interval.state] ?? interval.state)
      : interval.state;
  const owner = textAttribute(interval, 'owner');
  return owner === null || owner === interval.node ? state : words.owned(state, owner);
}

function textAttribute(interval: StateInterval, name: string): string | null {
  const value = interval.attributes[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
