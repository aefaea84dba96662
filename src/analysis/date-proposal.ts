import { Clock } from '../model/clock.ts';
import type { SourceEvidence } from '../model/evidence.ts';
import type { SourceJudgement } from '../model/incident.ts';
import { type Instant, MS_PER_DAY } from '../time/instant.ts';
import { isoOf } from './iso.ts';
import { createDater } from './wall-dates.ts';

/**
 * The date of the first record that a line with a whole date speaks for, in a source whose lines have none. Midnights that
 * the times of day pass before that line are taken off. null when no line has a whole date, or all have.
 */
export function proposeDate({ source, facts }: SourceEvidence): SourceJudgement['dateProposal'] {
  const told = facts.find(({ body }) => body.type === 'date-evidence');
  if (told?.body.type !== 'date-evidence') return null;
  const partial = facts.find(
    ({ clock }) => clock === Clock.TimeOfDay || clock === Clock.DayOfMonth,
  );
  const about = { ref: { source: source.id, line: told.line }, text: told.body.about };
  if (partial?.clock === Clock.DayOfMonth) {
    const month = isoOf(told.body.at as number as Instant)?.slice(0, 7);
    return month === undefined ? null : { date: month, ...about };
  }
  const dater = createDater('2000-01-01');
  let days = 0;
  for (const fact of facts) {
    if (fact.line > told.line) break;
    const wall = dater(fact);
    if (wall !== null) days = Math.floor((wall - Date.UTC(2000, 0, 1)) / MS_PER_DAY);
  }
  const first = isoOf((told.body.at - days * MS_PER_DAY) as Instant)?.slice(0, 10);
  return first === undefined ? null : { date: first, ...about };
}
