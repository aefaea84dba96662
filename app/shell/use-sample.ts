import { useCallback } from 'react';
import type { Actions } from '../store/heartline.ts';
import { useActions } from '../store/heartline-context.tsx';

/** The hash that opens the sample incident. */
export const SAMPLE_HASH = '#sample';

/** Opens the sample incident: its files go the way of a drop. */
export async function openSample({ addFiles }: Actions): Promise<void> {
  const { loadSampleFiles } = await import('../sample/sample-files.ts');
  addFiles(await loadSampleFiles());
}

export function useSample(): () => void {
  const actions = useActions();
  return useCallback(() => void openSample(actions), [actions]);
}
