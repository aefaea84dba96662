import { useEffect, useState } from 'react';
import type { SourceId } from '../../../src/model/source.ts';
import type { FoundRecords } from '../../selectors/record-runs.ts';
import { useApp, useTextReader } from '../../store/heartline-context.tsx';

interface TextFilter {
  /** null: no text is asked for. */
  readonly found: FoundRecords | null;
  readonly searching: boolean;
  /** Why it ended early; '' when it did not. */
  readonly fault: string;
}

const OFF: TextFilter = { found: null, searching: false, fault: '' };

/** The records whose text contains `text`, in any letter case; read by the workers, and only once all files are read. */
export function useTextFilter(text: string): TextFilter {
  const reader = useTextReader();
  const segments = useApp((state) => state.segments);
  const isReady = useApp((state) => state.pageState !== 'loading');
  const [filter, setFilter] = useState(OFF);
  useEffect(() => {
    if (text === '' || !isReady || Object.keys(segments).length === 0) {
      setFilter(OFF);
      return;
    }
    setFilter((before) => ({ ...before, searching: true, fault: '' }));
    const found = new Map<SourceId, Map<number, Uint32Array>>();
    let ended = false;
    const search = reader.search(
      { terms: [{ exclude: false, condition: { type: 'text', text } }] },
      {
        onHits(source, index, records) {
          const ofSource = found.get(source) ?? new Map<number, Uint32Array>();
          found.set(source, ofSource.set(index, records));
        },
        onProgress() {},
        onDone(outcome, message) {
          ended = true;
          if (outcome === 'cancelled') return;
          setFilter({ found, searching: false, fault: outcome === 'done' ? '' : (message ?? '') });
        },
      },
    );
    return () => {
      if (!ended) search.cancel();
    };
  }, [text, isReady, segments, reader]);
  return text === '' ? OFF : filter;
}
