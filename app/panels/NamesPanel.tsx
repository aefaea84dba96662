import type { NameRepair } from '../../src/model/incident.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Definitions } from './Definitions.tsx';

/** Names that were read in the wrong code page: what is proposed, why, and whether the reader agrees. */
export function NamesPanel() {
  const strings = useStrings();
  const repairs = useApp((state) => state.incident.repairs);
  if (repairs.length === 0) return <p className="text-dim">{strings.names.none}</p>;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-soft">{strings.names.lead}</p>
      {repairs.map((repair) => (
        <RepairCard key={repair.written} repair={repair} />
      ))}
    </div>
  );
}

function RepairCard({ repair }: { readonly repair: NameRepair }) {
  const strings = useStrings();
  const { refuseName } = useActions();
  const words = strings.names;
  const { written, proposed, refused } = repair;
  return (
    <section
      aria-label={`${written} → ${proposed}`}
      className="grid grid-cols-1 gap-2 rounded-[10px] border border-line bg-sunken p-3.5"
    >
      <h3 className="font-semibold">
        <span className={refused ? '' : 'text-dim line-through'}>{written}</span>
        <span aria-hidden> → </span>
        <span className={refused ? 'text-dim line-through' : ''}>{proposed}</span>
      </h3>
      <Definitions
        pairs={[
          [words.written, written],
          [words.proposed, `${proposed} (${repair.encoding}, ${words.method(repair.method)})`],
          [words.proof, repair.proof],
        ]}
      />
      <p className="flex items-center gap-2">
        <Button
          aria-label={refused ? words.acceptNamed(proposed) : words.refuseNamed(proposed)}
          onClick={() => refuseName(written, !refused)}
        >
          {refused ? words.accept : words.refuse}
        </Button>
        <span className="text-dim">{refused ? words.refused : words.accepted}</span>
      </p>
    </section>
  );
}
