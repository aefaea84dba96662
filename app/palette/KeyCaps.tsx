import { keyCaps } from './key-caps.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of a pattern, drawn as keys. */
export function KeyCaps({ pattern }: { readonly pattern: string }) {
  return (
    <span className="inline-flex gap-1">
      {keyCaps(pattern, isMac).map((cap) => (
        <KeyCap key={cap}>{cap}</KeyCap>
      ))}
    </span>
  );
}

export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded border border-line-strong border-b-2 px-1.5 font-mono text-[11px] text-soft">
      {children}
    </kbd>
  );
}
