/** What can have a state. `link` is a heartbeat link from an observer to a peer over a medium. */
export type EntityKind =
  | 'node'
  | 'resource'
  | 'group'
  | 'network'
  | 'interface'
  | 'link'
  | 'voting-disk'
  | 'service'
  | 'csv';

/** An entity under the name that the log wrote, byte for byte as decoded. Names are joined and repaired in `analysis/names`. */
export interface WrittenEntity {
  readonly kind: EntityKind;
  readonly name: string;
}

/** An entity under the name Heartline shows; `writtenName` is what the line says. They differ only by an accepted or proposed repair. */
export interface Entity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly writtenName: string;
}

export type HeartbeatMedium = 'network' | 'disk' | 'local';
