import { useEffect, useState } from 'react';
import type { LogFormat } from '../../src/formats/format.ts';

type KnownFormat = Pick<LogFormat, 'id' | 'title' | 'versions' | 'reference'>;

let known: readonly KnownFormat[] = [];

/** The formats that Heartline reads; empty until they are loaded. They bring their scanners along, so they come late. */
export function useFormats(): readonly KnownFormat[] {
  const [formats, setFormats] = useState(known);
  useEffect(() => {
    let current = true;
    void import('../../src/formats/registry.ts').then(({ FORMATS }) => {
      known = FORMATS;
      if (current) setFormats(FORMATS);
    });
    return () => {
      current = false;
    };
  }, []);
  return formats;
}
