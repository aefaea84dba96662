import { piecesOf } from './marked-text.ts';

/** A text in which the words that were searched for stand out. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  return piecesOf(text, query).map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity besides their place
      <mark key={i} className="rounded-xs bg-match-ground text-text">
        {piece}
      </mark>
    ),
  );
}
