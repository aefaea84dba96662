import type { LogFormat } from './format.ts';
import { windowsEventText } from './windows-event-text/format.ts';
import { wsfcClusterLog } from './wsfc-cluster-log/format.ts';

/** Every format that Heartline reads. On equal claims the earlier one wins. */
export const FORMATS: readonly LogFormat[] = [wsfcClusterLog, windowsEventText];

/** @throws when no format has this id: ids travel only between parts of Heartline */
export function formatById(id: string): LogFormat {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`unknown format: ${id}`);
  return format;
}
