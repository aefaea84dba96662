import type { ReactNode } from 'react';

/** Terms and what they are, one pair a line; pairs whose value is null or '' are left out. */
export function Definitions({
  pairs,
}: {
  readonly pairs: readonly (readonly [string, ReactNode])[];
}) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (shown.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(84px,auto)_1fr] gap-x-3 gap-y-1">
      {shown.map(([term, value]) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-dim">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
