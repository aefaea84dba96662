import { familyOfWord, type StateFamily } from '../../../src/timeline/state-family.ts';

const COLOURS: Partial<Record<StateFamily, string>> = {
  online: 'text-good',
  up: 'text-good',
  pending: 'text-warning',
  failed: 'text-error',
  terminating: 'text-error',
  quarantined: 'text-violet',
  isolated: 'text-violet',
};

/** A vendor's state word in the colour of its family. */
export function StateWord({ word }: { readonly word: string }) {
  return <span className={COLOURS[familyOfWord(word)] ?? ''}>{word}</span>;
}
