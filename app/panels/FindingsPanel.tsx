import { useId, useState } from 'react';
import type { Finding, LineRef } from '../../src/model/incident.ts';
import { fitViewport } from '../../src/timeline/viewport.ts';
import { sourcesById } from '../selectors/incident-summary.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { LineButton } from './LineButton.tsx';
import { useLines } from './use-text.ts';

/** A log that fails all night gives hundreds; each card reads lines, so they come in helpings. */
const CARDS_AT_ONCE = 20;

/** What the rules conclude, each with its evidence for and against. */
export function FindingsPanel() {
  const strings = useStrings();
  const findings = useApp((state) => state.incident.findings);
  const [shown, setShown] = useState(CARDS_AT_ONCE);
  if (findings.length === 0) return <p className="text-dim">{strings.findings.none}</p>;
  return (
    <div className="grid grid-cols-1 gap-3">
      {findings.slice(0, shown).map((finding) => (
        <FindingCard key={keyOf(finding)} finding={finding} />
      ))}
      {findings.length > shown && (
        <Button onClick={() => setShown(shown + CARDS_AT_ONCE)}>
          {strings.findings.more(findings.length - shown)}
        </Button>
      )}
    </div>
  );
}

function keyOf({ rule, evidence, start, title }: Finding): string {
  return `${rule} ${evidence[0]?.source}:${evidence[0]?.line} ${start} ${title}`;
}

const BADGES: Readonly<Record<Finding['role'], string>> = {
  cause: 'bg-cause-ground text-error',
  consequence: 'bg-warning-ground text-warning',
  context: 'bg-note-ground text-note',
};

function FindingCard({ finding }: { readonly finding: Finding }) {
  const strings = useStrings();
  const { moveView } = useActions();
  const headingId = useId();
  const { start, end } = finding;
  const words = strings.findings;
  return (
    <section
      aria-labelledby={headingId}
      className="grid grid-cols-1 gap-2 rounded-[10px] border border-line bg-sunken p-3.5"
    >
      <h3 id={headingId} className="font-semibold text-[13.5px]">
        <span
          className={`mr-1.5 rounded-full px-2 py-px font-semibold text-[11px] ${BADGES[finding.role]}`}
        >
          {words.role(finding.role)}
        </span>
        {finding.title}
      </h3>
      <p className="text-dim">
        {words.confidence(finding.confidence)}
        {finding.nodes.length > 0 && ` · ${strings.list(finding.nodes)}`}
      </p>
      <Lines title={words.evidence} lines={finding.evidence} />
      <Lines title={words.against} lines={finding.counterEvidence} />
      {finding.collectNext.length > 0 && (
        <div>
          <h4 className="text-dim">{words.collectNext}</h4>
          <ul className="list-disc pl-4 text-soft">
            {finding.collectNext.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
      {start !== null && (
        <p>
          <Button look="link" onClick={() => moveView(fitViewport(start, end ?? start, 0.2))}>
            {words.show}
          </Button>
        </p>
      )}
    </section>
  );
}

const MAX_LINES_LISTED = 20;
/** Lines whose text is shown; the others are one step away. */
const MAX_LINES_READ = 6;

function Lines(props: { readonly title: string; readonly lines: readonly LineRef[] }) {
  const strings = useStrings();
  if (props.lines.length === 0) return null;
  const unlisted = props.lines.length - MAX_LINES_LISTED;
  return (
    <div>
      <h4 className="text-dim">{props.title}</h4>
      <ul className="grid grid-cols-1 gap-0.5">
        {props.lines.slice(0, MAX_LINES_LISTED).map((ref, i) => (
          <li key={`${ref.source}:${ref.line}`}>
            <LineButton at={ref} />
            {i < MAX_LINES_READ && <LineText at={ref} />}
          </li>
        ))}
        {unlisted > 0 && <li className="text-dim">{strings.sources.moreProblems(unlisted)}</li>}
      </ul>
    </div>
  );
}

function LineText({ at }: { readonly at: LineRef }) {
  const encoding = useApp((state) => sourcesById(state.sources).get(at.source)?.encoding ?? '');
  const lines = useLines(at.source, at.line, 1, encoding);
  if (lines.state === 'failed') return null;
  return (
    <span className="line-clamp-2 break-all font-mono text-[11.5px] text-soft">
      {lines.value?.[0]?.text ?? '\u00a0'}
    </span>
  );
}
