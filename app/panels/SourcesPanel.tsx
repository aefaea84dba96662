import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { SourceJudgement } from '../../src/model/incident.ts';
import type { LevelName } from '../../src/model/level.ts';
import type { Source } from '../../src/model/source.ts';
import { judgementsById } from '../selectors/incident-summary.ts';
import { Button, IconButton } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Definitions } from './Definitions.tsx';
import { LineButton } from './LineButton.tsx';
import { SourceCorrections } from './SourceCorrections.tsx';
import { cellStamp } from './Stamp.tsx';
import { UnrecognisedList } from './UnrecognisedList.tsx';
import { useFormats } from './use-formats.ts';

/** What is known of every source, each point with its evidence and open to correction. */
export function SourcesPanel() {
  const strings = useStrings();
  const sources = useApp((state) => state.sources);
  const judgements = useApp((state) => judgementsById(state.incident));
  return (
    <div className="grid grid-cols-1 gap-3">
      <UnrecognisedList />
      {sources.length === 0 && <p className="text-dim">{strings.sources.none}</p>}
      {sources.map((source) => (
        <SourceCard key={source.id} source={source} judgement={judgements.get(source.id)} />
      ))}
    </div>
  );
}

interface Judged {
  readonly source: Source;
  readonly judgement: SourceJudgement | undefined;
}

function SourceCard({ source, judgement }: Judged) {
  const strings = useStrings();
  const { removeSource, openBottomTab } = useActions();
  const formats = useFormats();
  const headingId = useId();
  const words = strings.sources;
  const first = judgement?.first ?? null;
  const last = judgement?.last ?? null;
  return (
    <section
      aria-labelledby={headingId}
      className="grid grid-cols-1 gap-2.5 rounded-[10px] border border-line bg-sunken p-3.5"
    >
      <header className="flex items-start gap-2">
        <h3 id={headingId} className="min-w-0 break-all font-semibold">
          {source.path}
        </h3>
        <IconButton
          label={words.removeNamed(source.path)}
          onClick={() => removeSource(source.id)}
          className="ml-auto h-6!"
        >
          <Trash2 aria-hidden className="size-3.5" />
        </IconButton>
      </header>
      <SourceCorrections source={source} judgement={judgement} />
      <Definitions
        pairs={[
          [words.format, formats.find(({ id }) => id === source.format)?.title ?? source.format],
          [
            words.size,
            [
              strings.bytes(source.bytes),
              strings.table.lines(source.lines),
              strings.table.records(source.records),
            ].join(' · '),
          ],
          [words.levels, <LevelCounts key="levels" levels={source.levels} />],
          [words.lineTally, <Tally key="tally" source={source} />],
          [words.first, first === null ? null : `${cellStamp(first)} UTC`],
          [words.last, last === null ? null : `${cellStamp(last)} UTC`],
        ]}
      />
      <Coverage judgement={judgement} />
      {source.undated > 0 && (
        <p>
          {words.undated(source.undated)}.{' '}
          <Button look="link" onClick={() => openBottomTab('undated')}>
            {words.showUndated}
          </Button>
        </p>
      )}
      <Problems source={source} />
    </section>
  );
}

const LEVEL_COLOURS: Readonly<Record<LevelName, string>> = {
  critical: 'text-critical',
  error: 'text-error',
  warning: 'text-warning',
  info: 'text-info',
  debug: 'text-debug',
};

function LevelCounts({ levels }: { readonly levels: Source['levels'] }) {
  const strings = useStrings();
  const shown = (Object.keys(LEVEL_COLOURS) as LevelName[]).filter((level) => levels[level] > 0);
  return (
    <ul className="flex flex-wrap gap-x-3">
      {shown.map((level) => (
        <li key={level} className={LEVEL_COLOURS[level]}>
          {strings.kind.level(level)} {strings.number(levels[level])}
        </li>
      ))}
    </ul>
  );
}

const TALLY = ['entries', 'continuations', 'sections', 'blanks', 'problems'] as const;

/** Every line of the source, by what became of it. */
function Tally({ source }: { readonly source: Source }) {
  const strings = useStrings();
  const shown = TALLY.filter((kind) => source.tally[kind] > 0);
  return shown.map((kind) => strings.sources.tally(kind, source.tally[kind])).join(', ');
}

const MAX_SPANS_LISTED = 200;

function Coverage({ judgement }: { readonly judgement: SourceJudgement | undefined }) {
  const strings = useStrings();
  const spans = judgement?.coverage ?? [];
  if (spans.length === 0) return null;
  return (
    <details>
      <summary className="text-soft">
        {strings.sources.coverage}: {strings.sources.spans(spans.length)}
      </summary>
      <ul className="mt-1 grid gap-0.5 font-mono text-[11.5px] text-soft">
        {spans.slice(0, MAX_SPANS_LISTED).map((span) => (
          <li key={span.start}>
            {cellStamp(span.start)} – {cellStamp(span.end)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Problems({ source }: { readonly source: Source }) {
  const strings = useStrings();
  const words = strings.sources;
  if (source.problemCount === 0) return <p className="text-dim">{words.noProblems}</p>;
  const unlisted = source.problemCount - source.problems.length;
  return (
    <details>
      <summary className="text-warning">{words.problems(source.problemCount)}</summary>
      <ul className="mt-1 grid gap-1">
        {source.problems.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have the same problem twice; the list only grows
          <li key={i} className="break-words text-soft">
            {problem.line === 0 ? (
              words.wholeFile
            ) : (
              <LineButton
                at={{ source: source.id, line: problem.line }}
                text={words.evidenceLine(problem.line)}
              />
            )}
            : {problem.message} <span className="text-dim">({problem.code})</span>
          </li>
        ))}
        {unlisted > 0 && <li className="text-dim">{words.moreProblems(unlisted)}</li>}
      </ul>
    </details>
  );
}
