import type { KnownFormat } from '../../src/worker/engine.ts';
import { useApp } from '../store/heartline-context.tsx';

/** The formats that Heartline reads; empty until the workers are there. */
export function useFormats(): readonly KnownFormat[] {
  return useApp((state) => state.formats);
}
