import type { ReactNode } from 'react';

/** Title of a section of the details. */
export function SectionTitle({ children }: { readonly children: ReactNode }) {
  return (
    <h4 className="mb-1 font-semibold text-[11.5px] text-dim uppercase tracking-wide">
      {children}
    </h4>
  );
}
