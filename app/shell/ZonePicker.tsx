import { Popover } from '@base-ui/react/popover';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { zonesOfSources } from '../selectors/source-zones.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { browserZone } from '../store/zone-preference.ts';
import { useStrings } from '../strings/strings-context.ts';
import { ZoneField } from './ZoneField.tsx';

/** UTC, which is always shown, and the choice of a second zone. */
export function ZonePicker() {
  const strings = useStrings();
  const { setSecondZone } = useActions();
  const second = useApp((state) => state.secondZone);
  const sourceZones = useApp((state) => zonesOfSources(state.incident));
  const [open, setOpen] = useState(false);

  const choose = (zone: ZoneRule) => {
    setSecondZone(zone);
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
  if (!choices.has(formatZone(second))) choices.set(formatZone(second), { zone: second, note: '' });

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
          aria-label={`${strings.zone.second}: ${second.kind === 'utc' ? strings.zone.none : formatZone(second)}`}
          className="flex items-center gap-1 px-2 text-soft hover:text-text focus-visible:-outline-offset-2"
        >
          {second.kind === 'utc' ? '+' : formatZone(second)}
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
                  const chosen = name === formatZone(second);
                  return (
                    <li key={name}>
                      <button
                        type="button"
                        aria-pressed={chosen}
                        onClick={() => choose(zone)}
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
              <ZoneField label={strings.zone.other} action={strings.zone.apply} onZone={choose} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
