import type { Entity, WrittenEntity } from '../model/entity.ts';

/** What every written name is called. */
export interface EntityNames {
  of(written: WrittenEntity): Entity;
}

/** Equal for tellings of one entity: names differ by more than letter case. */
export function entityKey(entity: Pick<Entity, 'kind' | 'name'>): string {
  return `${entity.kind}:${entity.name}`;
}
