import { formatStamp } from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { extendSpan } from '../../src/timeline/extend-span.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { TIMELINE_STRINGS } from '../timeline/strings.ts';
import type { AppStore } from './app-store.ts';

/** A span that the reader measures, apart from what is in view. */
export interface Measure {
  /** null: nothing is measured. May have no length: one instant is marked and waits for the other. */
  readonly measured: Viewport | null;
}

export const NO_MEASURE: Measure = { measured: null };

export interface MeasureActions {
  measure(span: Viewport | null): void;
  /** Told where the crosshair stands; null: nowhere. */
  noteCrosshair(time: Instant | null): void;
  /** Measures from or to the crosshair, else the selected instant; a selected interval at once from start to end. */
  measureHere(): void;
  /** Copies an instant as the zone writes it; null: that of the crosshair, else the selected one. */
  copyTime(time: Instant | null, zone: ZoneRule): void;
}

export function createMeasureActions(store: AppStore): MeasureActions {
  let crosshair: Instant | null = null;
  const words = TIMELINE_STRINGS.menu;
  const say = (message: string) => store.setState({ undoable: { message, before: null } });
  return {
    measure: (measured) => store.setState({ measured }),
    noteCrosshair(time) {
      crosshair = time;
    },
    measureHere() {
      const { selection, incident, measured } = store.getState();
      const interval =
        crosshair === null && selection?.kind === 'interval' && selection.index !== null
          ? incident.intervals[selection.index]
          : undefined;
      if (measured === null && interval?.start != null && interval.end !== null) {
        store.setState({ measured: { start: interval.start, end: interval.end } });
        return;
      }
      const time = crosshair ?? selection?.time ?? null;
      if (time === null) say(words.nothingToMeasure);
      else store.setState({ measured: extendSpan(measured, time) });
    },
    copyTime(given, zone) {
      const time = given ?? crosshair ?? store.getState().selection?.time ?? null;
      if (time === null) {
        say(words.nothingToCopy);
        return;
      }
      const text = formatStamp(time, zone);
      navigator.clipboard.writeText(text).then(
        () => say(words.copied(text)),
        () => say(words.notCopied(text)),
      );
    },
  };
}
