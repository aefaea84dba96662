import type { Instant } from '../../src/time/instant.ts';
import { parseGoTo } from '../../src/time/parse-time.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import type { AppState } from '../store/app-store.ts';

/**
 * The instant that a typed text means, in UTC unless it names a zone; a step counts from the selected instant in view, else
 * from the middle of the view. Null while nothing is dated.
 */
export function readGoTo(
  text: string,
  state: AppState,
): Instant | { readonly error: string } | null {
  const view = selectViewport(state);
  if (view === null) return null;
  const selected = state.selection?.time;
  const isInView = selected != null && selected >= view.start && selected < view.end;
  const day = isInView ? selected : (((view.start + view.end) / 2) as Instant);
  return parseGoTo(text, { day, rule: { kind: 'utc' } });
}

/** Whether a text that is no time was probably meant as one: then what is wrong with it is worth saying. */
export function looksLikeTime(text: string): boolean {
  return /^\s*(?:\d{1,4}[-/.:]\d|[+\u2212-]\s?\d)/.test(text);
}
