import { Popover } from '@base-ui/react/popover';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { zonesOfSources } from '../selectors/source-zones.ts';
import { selectZones } from '../selectors/zones-shown.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { browserZone } from '../store/zone-preference.ts';
import { useStrings } from '../strings/strings-context.ts';
import { ZoneField } from './ZoneField.tsx';

/** UTC, which is always shown, and the choice of further zones: the first is also the tables' second column. */
export function ZonePicker() {
  const strings = useStrings();
  const { setZones } = useActions();
  const shown = useApp(selectZones);
  const sourceZones = useApp((state) => zonesOfSources(state.incident));
  const [open, setOpen] = useState(false);

  const names = shown.map(formatZone);
  const toggle = (zone: ZoneRule) => {
    if (zone.kind === 'utc') setZones([]);
    else if (names.includes(formatZone(zone))) {
      setZones(shown.filter((other) => formatZone(other) !== formatZone(zone)));
    } else setZones([...shown, zone]);
  };
  const add = (zone: ZoneRule) => {
    setZones([...shown, zone]);
    setOpen(false);
  };
  const choices = new Map<string, { zone: ZoneRule; note: string }>();
  choices.set('UTC', { zone: { kind: 'utc' }, note: strings.zone.none });
  for (const zone of sourceZones) {
    if (zone.kind !== 'utc') choices.set(formatZone(zone), { zone, note: strings.zone.ofSource });
  }
  const own = browserZone();
  if (!choices.has(formatZone(own))) {
    choices.set(formatZone(own), { zone: own, note: strings.zone.browser });
  }
  for (const zone of shown) {
    if (!choices.has(formatZone(zone))) choices.set(formatZone(zone), { zone, note: '' });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row in every browser
    <div
      role="group"
      aria-label={strings.zone.label}
      className="flex h-8 shrink-0 overflow-hidden rounded-md border border-line-strong font-mono text-[12px]"
    >
      <span className="flex items-center bg-selected px-2.5 font-semibold">{strings.zone.utc}</span>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={`${strings.zone.second}: ${names.length === 0 ? strings.zone.none : names.join(', ')}`}
          className="flex items-center gap-1 px-2 text-soft hover:text-text focus-visible:-outline-offset-2"
        >
          {names.length === 0
            ? '+'
            : names.length === 1
              ? names[0]
              : `${names[0]} +${names.length - 1}`}
          <ChevronDown aria-hidden className="size-3.5" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner sideOffset={6} align="end" className="z-40">
            <Popover.Popup className="grid w-72 gap-2 rounded-lg border border-line-strong bg-panel p-3 shadow-float">
              <Popover.Title className="font-semibold text-[13px]">
                {strings.zone.second}
              </Popover.Title>
              <ul className="grid">
                {[...choices].map(([name, { zone, note }]) => {
                  const chosen = zone.kind === 'utc' ? names.length === 0 : names.includes(name);
                  return (
                    <li key={name}>
                      <button
                        type="button"
                        aria-pressed={chosen}
                        onClick={() => toggle(zone)}
                        className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-sunken"
                      >
                        <Check aria-hidden className={`size-4 ${chosen ? '' : 'invisible'}`} />
                        <span className="font-mono text-[12px]">
                          {zone.kind === 'utc' ? strings.zone.none : name}
                        </span>
                        {zone.kind !== 'utc' && <span className="ml-auto text-dim">{note}</span>}
                      </button>
                    </li>
                  );
                })}
              </ul>
              <p className="text-dim">{strings.zone.other}</p>
              <ZoneField label={strings.zone.other} action={strings.zone.apply} onZone={add} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
