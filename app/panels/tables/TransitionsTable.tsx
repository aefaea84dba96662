import type { Transition } from '../../../src/model/incident.ts';
import { selectionOfTransition } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { useSelectInView } from '../use-select-in-view.ts';
import { DataTable } from './DataTable.tsx';
import { spanOfPlaced, usePlacedColumns } from './placed-columns.tsx';
import { StateWord } from './StateWord.tsx';

/** Every step from one state to another that a line tells. */
export function TransitionsTable() {
  const strings = useStrings();
  const select = useSelectInView();
  const transitions = useApp((state) => state.incident.transitions);
  const selected = useApp(({ selection }) =>
    selection?.kind === 'transition' ? selection.index : null,
  );
  const columns = usePlacedColumns<Transition>();
  const { column } = strings;
  return (
    <DataTable<Transition>
      table="transitions"
      empty={strings.table.emptyTransitions}
      items={transitions}
      spanOf={spanOfPlaced}
      selectedItem={selected}
      onSelect={(transition, index) => select(selectionOfTransition(transition, index))}
      columns={[
        ...columns.time,
        { key: 'node', title: column.node, widthPx: 90, text: ({ node }) => node ?? '' },
        {
          key: 'kind',
          title: column.kind,
          widthPx: 90,
          text: ({ entity }) => strings.kind.entity(entity.kind),
        },
        { key: 'entity', title: column.entity, text: ({ entity }) => entity.name },
        {
          key: 'from',
          title: column.from,
          widthPx: 170,
          text: ({ from }) => from,
          cell: ({ from }) => <StateWord word={from} />,
        },
        {
          key: 'to',
          title: column.to,
          widthPx: 170,
          text: ({ to }) => to,
          cell: ({ to }) => <StateWord word={to} />,
        },
        { key: 'owner', title: column.owner, widthPx: 100, text: ({ owner }) => owner ?? '' },
        columns.line,
      ]}
    />
  );
}
