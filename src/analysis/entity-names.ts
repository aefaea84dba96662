import type { Entity, EntityKind, WrittenEntity } from '../model/entity.ts';
import type { FactBody } from '../model/fact.ts';
import type { NameRepair } from '../model/incident.ts';
import { decodeMojibake } from './mojibake.ts';
import type { PlacedFact } from './placing.ts';
import { matchSkeleton } from './skeleton.ts';
import { Tally } from './tally.ts';

/** What every written name is called, and the repairs that were proposed for it. */
export interface EntityNames {
  /** Under the repaired name unless the repair was refused, and under the spelling of the log where letter case varies. */
  of(written: WrittenEntity): Entity;
  readonly repairs: readonly NameRepair[];
}

/** Equal for tellings of one entity: names differ by more than letter case. */
export function entityKey(entity: Pick<Entity, 'kind' | 'name'>): string {
  return `${entity.kind}:${entity.name}`;
}

/** Kinds whose names people give; the others are ours or the machine's. */
const NAMED_KINDS: ReadonlySet<EntityKind> = new Set([
  'resource',
  'group',
  'network',
  'interface',
  'csv',
  'voting-disk',
]);

export function buildEntityNames(
  facts: readonly PlacedFact[],
  refusedNames: readonly string[],
): EntityNames {
  const written = new Map<string, Tally<string>>();
  for (const { body } of facts) {
    for (const { kind, name } of entitiesOf(body)) {
      if (!NAMED_KINDS.has(kind)) continue;
      const tally = written.get(kind) ?? new Tally<string>();
      tally.add(name);
      written.set(kind, tally);
    }
  }
  const all = new Set([...written.values()].flatMap((tally) => tally.values()));
  const repairs = proposeRepairs(all, new Set(refusedNames));
  const repaired = new Map(
    repairs.filter((repair) => !repair.refused).map((repair) => [repair.written, repair.proposed]),
  );
  const entities = new Map<string, Entity>();
  return {
    repairs,
    of: ({ kind, name }) => {
      const key = `${kind}:${name}`;
      let entity = entities.get(key);
      if (entity === undefined) {
        const shown = NAMED_KINDS.has(kind) ? (repaired.get(name) ?? name) : name;
        entity = { kind, name: shown, writtenName: name };
        entities.set(key, entity);
      }
      return entity;
    },
  };
}

/** Repairs of all names of the drop, by written name. Names that decode exactly are known to the lossy ones. */
function proposeRepairs(all: ReadonlySet<string>, refused: ReadonlySet<string>): NameRepair[] {
  const repairs: NameRepair[] = [];
  const known = new Set([...all].filter((name) => /[\u0400-\uffff]/.test(name)));
  const lossy: string[] = [];
  for (const written of all) {
    const decoded = decodeMojibake(written, known);
    if (decoded === null) {
      lossy.push(written);
      continue;
    }
    const { name, encoding, proof } = decoded;
    const isRefused = refused.has(written);
    repairs.push({
      written,
      proposed: name,
      method: 'decoded',
      encoding,
      proof,
      refused: isRefused,
    });
  }
  for (const repair of repairs) if (!repair.refused) known.add(repair.proposed);
  for (const written of lossy) {
    const match = matchSkeleton(written, known);
    if (match === null) continue;
    repairs.push({
      written,
      proposed: match.name,
      method: 'skeleton',
      encoding: 'gbk',
      proof: match.proof,
      refused: refused.has(written),
    });
  }
  return repairs.sort((a, b) => (a.written < b.written ? -1 : 1));
}

function entitiesOf(body: FactBody): WrittenEntity[] {
  const groupOf = (group: string | undefined): WrittenEntity[] =>
    group === undefined ? [] : [{ kind: 'group', name: group }];
  switch (body.type) {
    case 'transition':
    case 'state-seen':
      return [body.entity, ...groupOf(body.group)];
    case 'event':
      return [...(body.entity === undefined ? [] : [body.entity]), ...groupOf(body.group)];
    case 'owner':
      return groupOf(body.group);
    case 'rhs-call':
    case 'deadlock':
      return [{ kind: 'resource', name: body.resource }];
    case 'mark':
      return body.entity === null ? [] : [body.entity];
    case 'config-value':
      return body.scope === null ? [] : [body.scope];
    default:
      return [];
  }
}
