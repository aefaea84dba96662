import { assert } from '../base/assert.ts';
import type { Incident } from '../model/incident.ts';
import type { Lane, LaneEvent, LaneInterval, LaneMarker } from '../timeline/lane.ts';

/** What is drawn: the incident and its rows. */
export interface Picture {
  readonly incident: Incident;
  readonly lanes: readonly Lane[];
}

/** The lists of an incident that grow with the logs. */
type IncidentList = 'transitions' | 'intervals' | 'markers' | 'events';
/** The lists of a lane that grow with the logs; each item points into the incident's list of the same name. */
type LaneList = 'intervals' | 'markers' | 'events';

/**
 * A picture travels in parts, so that no message takes the page a frame to receive: first the incident's lists, then each
 * lane followed by its items, without the objects that the page already has; last the rest.
 */
export type PicturePart =
  | { readonly type: 'list'; readonly list: IncidentList; readonly items: readonly unknown[] }
  | { readonly type: 'lane'; readonly lane: Lane }
  | {
      readonly type: 'lane-list';
      readonly list: LaneList;
      readonly items: readonly (LaneItem & { readonly index: number })[];
    }
  /** Ends the picture; `rest` has the lists empty. */
  | { readonly type: 'end'; readonly rest: Incident };

type LaneItem =
  | Omit<LaneInterval, 'interval'>
  | Omit<LaneMarker, 'marker'>
  | Omit<LaneEvent, 'event'>;

/** Items in one part. */
const ITEMS_PER_PART = 500;

const INCIDENT_LISTS: readonly IncidentList[] = ['transitions', 'intervals', 'markers', 'events'];
const LANE_LISTS: readonly LaneList[] = ['intervals', 'markers', 'events'];

export function* partsOf({ incident, lanes }: Picture): Generator<PicturePart> {
  for (const list of INCIDENT_LISTS) {
    for (const items of helpings<unknown>(incident[list])) yield { type: 'list', list, items };
  }
  for (const lane of lanes) {
    yield { type: 'lane', lane: { ...lane, intervals: [], markers: [], events: [] } };
    for (const list of LANE_LISTS) {
      for (const items of helpings<LaneInterval | LaneMarker | LaneEvent>(lane[list])) {
        yield { type: 'lane-list', list, items: items.map(withoutObject) };
      }
    }
  }
  yield {
    type: 'end',
    rest: { ...incident, transitions: [], intervals: [], markers: [], events: [] },
  };
}

function* helpings<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let i = 0; i < items.length; i += ITEMS_PER_PART) yield items.slice(i, i + ITEMS_PER_PART);
}

function withoutObject(item: LaneInterval | LaneMarker | LaneEvent): LaneItem & { index: number } {
  if ('interval' in item) {
    const { interval: _, ...place } = item;
    return place;
  }
  if ('marker' in item) {
    const { marker: _, ...place } = item;
    return place;
  }
  const { event: _, ...place } = item;
  return place;
}

/** Puts a picture together again. Objects that an incident's list and a lane share are one object, as they were. */
export class PictureAssembler {
  private lists = emptyLists();
  private lanes: Lane[] = [];

  /** Takes the next part; the last gives the picture. */
  take(part: PicturePart): Picture | null {
    switch (part.type) {
      case 'list':
        for (const item of part.items) this.lists[part.list].push(item);
        return null;
      case 'lane':
        this.lanes.push({ ...part.lane, intervals: [], markers: [], events: [] });
        return null;
      case 'lane-list': {
        const lane = this.lanes.at(-1);
        assert(lane !== undefined, 'items of a lane come after it');
        const objectName = part.list.slice(0, -1);
        const objects = this.lists[part.list];
        const list = lane[part.list] as unknown[];
        for (const item of part.items) list.push({ ...item, [objectName]: objects[item.index] });
        return null;
      }
      case 'end': {
        const picture = {
          incident: { ...part.rest, ...this.lists } as Incident,
          lanes: this.lanes,
        };
        this.lists = emptyLists();
        this.lanes = [];
        return picture;
      }
    }
  }
}

function emptyLists(): Record<IncidentList, unknown[]> {
  return { transitions: [], intervals: [], markers: [], events: [] };
}
