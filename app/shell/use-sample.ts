import { useCallback } from 'react';
import type { Actions } from '../store/heartline.ts';
import { useActions } from '../store/heartline-context.tsx';

/** The hash that opens the sample incident. */
export const SAMPLE_HASH = '#sample';

let isOpening = false;

/** Opens the sample incident: its files go the way of a drop. Does nothing while they are still being fetched for an earlier call. */
export async function openSample({ addFiles }: Actions): Promise<void> {
  if (isOpening) return;
  isOpening = true;
  try {
    const { loadSampleFiles } = await import('../sample/sample-files.ts');
    addFiles(await loadSampleFiles());
  } finally {
    isOpening = false;
  }
}

export function useSample(): () => void {
  const actions = useActions();
  return useCallback(() => void openSample(actions), [actions]);
}
