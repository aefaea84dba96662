import { type FormEvent, useId, useMemo, useState } from 'react';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { zoneNameAt } from '../../src/time/zone-name.ts';
import { parseZone, suggestZones } from '../../src/time/zone-text.ts';
import { useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Button } from './Button.tsx';

/**
 * A text field for an IANA zone, a Windows zone or an offset, with suggestions. Says what was understood before it is applied,
 * under the name that the zone has at the time of the logs, and what is wrong with what it cannot read.
 */
export function ZoneField(props: {
  readonly label: string;
  readonly action: string;
  readonly start?: string;
  onZone(zone: ZoneRule): void;
}) {
  const strings = useStrings();
  const [text, setText] = useState(props.start ?? '');
  const [bad, setBad] = useState<string | null>(null);
  const inputId = useId();
  const listId = useId();
  const zones = useMemo(() => suggestZones(''), []);
  const logsBegin = useApp((state) => earliest(state.incident.sources));
  const understood = parseZone(text.trim());
  const name =
    understood === null ? null : zoneNameAt(understood, logsBegin ?? (Date.now() as Instant));

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const zone = parseZone(text.trim());
    setBad(zone === null ? text : null);
    if (zone !== null) props.onZone(zone);
  };

  return (
    <form onSubmit={onSubmit} className="grid gap-1">
      <label htmlFor={inputId} className="sr-only">
        {props.label}
      </label>
      <div className="flex gap-1.5">
        <input
          id={inputId}
          list={listId}
          value={text}
          placeholder={strings.zone.placeholder}
          aria-invalid={bad !== null}
          aria-describedby={bad === null ? undefined : `${inputId}-bad`}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          className="h-8 w-full min-w-0 rounded-md border border-control-line bg-sunken px-2 font-mono text-[12px] placeholder:text-dim"
        />
        <Button type="submit">{props.action}</Button>
      </div>
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {name !== null && <p className="text-dim">{name}</p>}
      {bad !== null && (
        <p id={`${inputId}-bad`} role="alert" className="text-error">
          {strings.zone.bad(bad)}
        </p>
      )}
    </form>
  );
}

function earliest(sources: readonly { readonly first: Instant | null }[]): Instant | null {
  return sources.reduce<Instant | null>(
    (min, { first }) => (first !== null && (min === null || first < min) ? first : min),
    null,
  );
}
