import type { ReactNode } from 'react';
import type { Entity } from '../../../src/model/entity.ts';
import type { Placed } from '../../../src/model/incident.ts';
import type { Attributes } from '../../../src/model/marker.ts';
import type { Strings } from '../../strings/en.ts';
import { Stamp } from '../Stamp.tsx';

/** A term and what it is, for `Definitions`. */
export type Pair = readonly [string, ReactNode];

export function placedPairs(strings: Strings, placed: Placed): Pair[] {
  const words = strings.selection;
  return [
    [
      words.time,
      placed.time === null ? (
        strings.table.undated
      ) : (
        <span key="time">
          <Stamp instant={placed.time} provisional={placed.provisional} />
          {placed.alternative !== undefined && (
            <>
              {' / '}
              <Stamp instant={placed.alternative} />
            </>
          )}
        </span>
      ),
    ],
    [
      words.written,
      placed.written === '' ? null : (
        <span key="written" className="font-mono text-[12px]">
          {placed.written}
        </span>
      ),
    ],
  ];
}

/** The entity in words and, when another name is shown, the name in the log. */
export function entityPairs(strings: Strings, entity: Entity | null): Pair[] {
  if (entity === null) return [];
  const words = strings.selection;
  return [
    [words.entity, strings.kind.entityNamed(entity.kind, entity.name)],
    [words.writtenName, entity.writtenName === entity.name ? null : entity.writtenName],
  ];
}

/** Names of attributes that explain another one line by line, and that one. */
const EXPLAINED: Readonly<Record<string, string>> = { parameterMeanings: 'parameters' };

/** `dumpFile` is shown as `dump file`; values stay as the vendor spells them, each explanation under its value. */
export function attributePairs(attributes: Attributes): Pair[] {
  const explanations = new Map(
    Object.entries(EXPLAINED).map(([from, to]) => [to, attributes[from]]),
  );
  return Object.entries(attributes)
    .filter(([key, value]) => value !== null && EXPLAINED[key] === undefined)
    .map(([key, value]) => {
      const term = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      const values = typeof value === 'object' && value !== null ? value : [String(value)];
      const meanings = explanations.get(key);
      return [
        term,
        <ul key={key}>
          {values.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parameters are known by their place
            <li key={i}>
              <span className="break-all font-mono text-[12px]">{text}</span>
              {typeof meanings === 'object' && meanings?.[i] !== undefined && (
                <span className="block text-dim">{meanings[i]}</span>
              )}
            </li>
          ))}
        </ul>,
      ];
    });
}
