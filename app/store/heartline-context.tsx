import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState } from './app-store.ts';
import type { Actions, Heartline } from './heartline.ts';

const HeartlineContext = createContext<Heartline | null>(null);

export function HeartlineProvider(props: {
  readonly heartline: Heartline;
  readonly children: ReactNode;
}) {
  return <HeartlineContext value={props.heartline}>{props.children}</HeartlineContext>;
}

/** The whole, for code that acts without rendering. */
export function useHeartline(): Heartline {
  const heartline = useContext(HeartlineContext);
  if (heartline === null) throw new Error('no HeartlineProvider above this component');
  return heartline;
}

/** Selects the narrowest value a component needs; it renders again only when that value changes. */
export function useApp<Value>(select: (state: AppState) => Value): Value {
  return useStore(useHeartline().store, select);
}

export function useActions(): Actions {
  return useHeartline().actions;
}

/** Reads text back from the files. */
export function useTextReader(): Heartline['engine'] {
  return useHeartline().engine;
}
