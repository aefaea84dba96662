import type { ReaderSettings } from '../../src/model/settings.ts';
import type { Encoding, Source, SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';

/** What the reader has corrected. */
export interface Corrections {
  readonly settings: ReaderSettings;
  /** Encoding and its basis as found, of each source that is read in another encoding. */
  readonly encodingsFound: Readonly<Record<SourceId, Pick<Source, 'encoding' | 'encodingBasis'>>>;
}

/** One correction of a source; null takes it back. */
export type Correction =
  | { readonly field: 'zones'; readonly value: ZoneRule | null }
  | { readonly field: 'nodes'; readonly value: string | null }
  | { readonly field: 'dates'; readonly value: string | null };

export function corrected(
  settings: ReaderSettings,
  source: SourceId,
  correction: Correction,
): ReaderSettings {
  switch (correction.field) {
    case 'zones':
      return { ...settings, zones: withEntry(settings.zones, source, correction.value) };
    case 'nodes':
      return { ...settings, nodes: withEntry(settings.nodes, source, correction.value) };
    case 'dates':
      return { ...settings, dates: withEntry(settings.dates, source, correction.value) };
  }
}

export function withRefusal(
  settings: ReaderSettings,
  written: string,
  refused: boolean,
): ReaderSettings {
  const others = settings.refusedNames.filter((name) => name !== written);
  return { ...settings, refusedNames: refused ? [...others, written] : others };
}

/** Forgets all corrections of a source that is gone. */
export function withoutSource(settings: ReaderSettings, source: SourceId): ReaderSettings {
  return {
    ...settings,
    zones: withEntry(settings.zones, source, null),
    nodes: withEntry(settings.nodes, source, null),
    dates: withEntry(settings.dates, source, null),
  };
}

export function encodingChanged(
  found: Corrections['encodingsFound'],
  source: Source,
  encoding: Encoding,
): Corrections['encodingsFound'] {
  const original = found[source.id] ?? {
    encoding: source.encoding,
    encodingBasis: source.encodingBasis,
  };
  return withEntry(found, source.id, original.encoding === encoding ? null : original);
}

function withEntry<Value>(
  record: Readonly<Record<SourceId, Value>>,
  key: SourceId,
  value: Value | null,
): Readonly<Record<SourceId, Value>> {
  if (value !== null) return { ...record, [key]: value };
  const { [key]: _gone, ...rest } = record;
  return rest;
}
