import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatZone } from '../../src/time/zone-text.ts';
import { fileName } from '../panels/LineButton.tsx';
import { sourcesById } from '../selectors/incident-summary.ts';
import { sourcesWithoutZone } from '../selectors/source-zones.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Button } from './Button.tsx';
import { ZoneField } from './ZoneField.tsx';

/** What the reader should know before trusting the picture, each with one action. */
export function Notices() {
  return (
    <div className="flex flex-wrap bg-warning-ground">
      <FailureNotice />
      <UnknownZoneNotice />
      <UnrecognisedNotice />
      <CancelledNotice />
    </div>
  );
}

const NOTICE =
  'flex grow flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b px-4 py-1.5';

export function FailureNotice() {
  const strings = useStrings();
  const failure = useApp((state) => state.failure);
  if (failure === null) return null;
  return (
    <section role="alert" className={NOTICE}>
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      <p>{strings.notice.failure(failure)}</p>
    </section>
  );
}

function UnknownZoneNotice() {
  const strings = useStrings();
  const { correctAll } = useActions();
  const judgements = useApp((state) => sourcesWithoutZone(state.incident));
  const sources = useApp((state) => sourcesById(state.sources));
  const [asking, setAsking] = useState(false);
  const paths = judgements.flatMap(({ id }) => sources.get(id)?.path ?? []);
  if (paths.length === 0) return null;
  const ids = judgements.map(({ id }) => id);
  const setZone = (value: Parameters<Parameters<typeof ZoneField>[0]['onZone']>[0]) => {
    correctAll(ids, { field: 'zones', value });
    setAsking(false);
  };
  const proposal = judgements[0]?.zoneProposals[0];
  return (
    <section role="status" className={NOTICE}>
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      <p title={paths.join('\n')}>{strings.notice.unknownZone(paths.map(fileName))}</p>
      {proposal !== undefined && !asking && (
        <Button className="h-7!" onClick={() => setZone(proposal.rule)}>
          {strings.notice.proposal(formatZone(proposal.rule))}
        </Button>
      )}
      {asking ? (
        <div className="w-72">
          <ZoneField
            label={strings.notice.zoneOf}
            action={strings.notice.setZone}
            onZone={setZone}
          />
        </div>
      ) : (
        <Button className="h-7!" onClick={() => setAsking(true)}>
          {strings.notice.setZone}
        </Button>
      )}
    </section>
  );
}

function UnrecognisedNotice() {
  const strings = useStrings();
  const { openRightTab } = useActions();
  const count = useApp((state) => state.unrecognised.length);
  const [seen, setSeen] = useState(0);
  if (count === seen) return null;
  return (
    <section role="status" className={NOTICE}>
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      <p>{strings.notice.unrecognised(count - seen)}</p>
      <Button
        className="h-7!"
        onClick={() => {
          setSeen(count);
          openRightTab('sources');
        }}
      >
        {strings.notice.showUnrecognised}
      </Button>
    </section>
  );
}

function CancelledNotice() {
  const strings = useStrings();
  const files = useApp((state) => state.files);
  const loading = useApp((state) => state.pageState === 'loading');
  const [seen, setSeen] = useState<typeof files | null>(null);
  const cut = files.filter(({ stage }) => stage === 'cancelled').length;
  if (loading || cut === 0 || files === seen) return null;
  return (
    <section role="status" className={NOTICE}>
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      <p>{strings.notice.cancelled(cut)}</p>
      <Button className="h-7!" onClick={() => setSeen(files)}>
        {strings.notice.dismiss}
      </Button>
    </section>
  );
}
