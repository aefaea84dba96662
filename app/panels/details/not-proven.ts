import type { Entity } from '../../../src/model/entity.ts';
import type { EdgeBasis, Placed } from '../../../src/model/incident.ts';
import type { NodeClaim } from '../../../src/model/source.ts';
import type { TimeBase } from '../../../src/time/time-base.ts';
import type { Strings } from '../../strings/en.ts';
import { cellStamp } from '../Stamp.tsx';

/** What a mark rests on, as far as it may be unproven. */
export interface Grounds {
  readonly placed: Partial<Pick<Placed, 'dst' | 'alternative'>> & { readonly provisional: boolean };
  readonly edges: readonly [start: EdgeBasis, end: EdgeBasis] | null;
  readonly entity: Entity | null;
  /** Of the source that its deciding line is in; null when it has none. */
  readonly timeBase: TimeBase | null;
  readonly node: NodeClaim | null;
}

/** Everything about a mark that no record proves, each in a sentence; empty when all is. */
export function notProven(strings: Strings, grounds: Grounds): string[] {
  const words = strings.detail;
  const { placed, edges, entity, timeBase, node } = grounds;
  const said: string[] = [];
  if (placed.provisional) said.push(words.zoneUnknown);
  else if (timeBase?.basis === 'inferred') {
    said.push(words.zoneInferred(strings.percent(timeBase.confidence)));
  }
  if (placed.dst === 'gap') said.push(strings.table.gapNote);
  if (placed.dst === 'overlap' && placed.alternative !== undefined) {
    said.push(strings.table.overlapNote(cellStamp(placed.alternative)));
  }
  if (edges !== null) {
    said.push(words.edge('start', edges[0]), words.edge('end', edges[1]));
  }
  if (entity !== null && entity.writtenName !== entity.name) {
    said.push(words.repaired(entity.writtenName, entity.name));
  }
  if (node?.name === null) said.push(words.nodeUnknown);
  else if (node?.basis === 'inferred') said.push(words.nodeInferred(node.name));
  return said.filter((sentence) => sentence !== '');
}
