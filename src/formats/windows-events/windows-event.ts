import type { Clock } from '../../model/clock.ts';
import type { Level } from '../../model/level.ts';

/** One value of EventData or UserData; `name` is null for unnamed Data, whose position counts. */
export interface EventDatum {
  readonly name: string | null;
  readonly value: string;
}

/** A Windows event as any of its file forms tells it (evtx, XML, CSV, copied text). */
export interface WindowsEvent {
  readonly provider: string;
  readonly id: number;
  /** The description in the language of the viewer; '' when the form has none (evtx). */
  readonly message: string;
  /** Insertion strings in order; empty when only the message is known. */
  readonly data: readonly EventDatum[];
  /** EventData's Binary as hex digits. */
  readonly binary: string | null;
  readonly recordId: number | null;
  /** Per `clock`. */
  readonly time: number;
  readonly clock: Clock;
  readonly level: Level;
}
