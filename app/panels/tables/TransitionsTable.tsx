import { familyOfWord, type StateFamily } from '../../../src/timeline/state-family.ts';
import { selectionOfTransition } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { FactTable } from './FactTable.tsx';

export function TransitionsTable() {
  const strings = useStrings();
  const transitions = useApp((state) => state.incident.transitions);
  const { column } = strings;
  return (
    <FactTable
      name={strings.tabs.bottom('transitions')}
      empty={strings.table.emptyTransitions}
      kind="transition"
      items={transitions}
      columns={[
        { key: 'node', title: column.node, widthPx: 90 },
        { key: 'kind', title: column.kind, widthPx: 90 },
        { key: 'entity', title: column.entity },
        { key: 'from', title: column.from, widthPx: 170 },
        { key: 'to', title: column.to, widthPx: 170 },
        { key: 'owner', title: column.owner, widthPx: 100 },
      ]}
      cell={(transition, key) => {
        switch (key) {
          case 'node':
            return transition.node;
          case 'kind':
            return strings.kind.entity(transition.entity.kind);
          case 'entity':
            return transition.entity.name;
          case 'from':
            return <StateWord word={transition.from} />;
          case 'to':
            return <StateWord word={transition.to} />;
          default:
            return transition.owner;
        }
      }}
      refOf={(transition) => transition.ref}
      toSelection={selectionOfTransition}
    />
  );
}

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
