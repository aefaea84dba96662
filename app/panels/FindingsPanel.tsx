import { useId } from 'react';
import type { Finding, LineRef } from '../../src/model/incident.ts';
import { fitViewport } from '../../src/timeline/viewport.ts';
import { sourcesById } from '../selectors/incident-summary.ts';
import { orderFindings } from '../selectors/order-findings.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { LineButton } from './LineButton.tsx';
import { useLines } from './use-text.ts';

/** What the rules conclude, causes first, each with what supports it, what speaks against it, and what to collect next. */
export function FindingsPanel() {
  const strings = useStrings();
  const findings = useApp((state) => state.incident.findings);
  if (findings.length === 0) return <p className="text-dim">{strings.findings.none}</p>;
  return (
    <div className="grid grid-cols-1 gap-5">
      {orderFindings(findings).map((group) => (
        <section key={group.role} aria-label={strings.finding.group(group.role)}>
          <h3 className="mb-2 font-semibold text-[11.5px] text-dim uppercase tracking-wide">
            {strings.finding.group(group.role)} · {strings.number(group.findings.length)}
          </h3>
          <div className="grid grid-cols-1 gap-3">
            {group.findings.map((finding) => (
              <FindingCard key={keyOf(finding)} finding={finding} />
            ))}
          </div>
        </section>
      ))}
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
      <h4 id={headingId} className="break-words font-semibold text-[13.5px]">
        <span
          className={`mr-1.5 rounded-full px-2 py-px font-semibold text-[11px] ${BADGES[finding.role]}`}
        >
          {words.role(finding.role)}
        </span>
        {finding.title}
      </h4>
      <p className="flex flex-wrap items-baseline gap-x-2 text-dim">
        <span>
          {words.confidence(finding.confidence)}
          {finding.nodes.length > 0 && ` · ${strings.list(finding.nodes)}`}
        </span>
        {start !== null && (
          <Button look="link" onClick={() => moveView(fitViewport(start, end ?? start, 0.2))}>
            {words.show}
          </Button>
        )}
      </p>
      {finding.evidence.length === 0 && <p className="text-dim">{strings.finding.noSupport}</p>}
      <Lines title={strings.finding.supports} lines={finding.evidence} />
      <Lines title={words.against} lines={finding.counterEvidence} />
      {finding.collectNext.length > 0 && (
        <div>
          <h5 className="text-dim">{words.collectNext}</h5>
          <ul className="list-disc pl-4 text-soft">
            {finding.collectNext.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Lines in sight; the others are one press away, with their text up to the next bound, then as places only. */
const LINES_FIRST = 2;
const LINES_READ = 8;
const LINES_LISTED = 40;

function Lines(props: { readonly title: string; readonly lines: readonly LineRef[] }) {
  const strings = useStrings();
  const { lines } = props;
  if (lines.length === 0) return null;
  const unlisted = lines.length - LINES_LISTED;
  const rest = lines.slice(LINES_FIRST, LINES_LISTED);
  return (
    <div>
      <h5 className="text-dim">{props.title}</h5>
      <ul className="grid grid-cols-1 gap-0.5">
        {lines.slice(0, LINES_FIRST).map((ref) => (
          <Line key={`${ref.source}:${ref.line}`} at={ref} isRead />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="text-dim">
            {strings.finding.moreLines(lines.length - LINES_FIRST)}
          </summary>
          <ul className="grid grid-cols-1 gap-0.5">
            {rest.map((ref, i) => (
              <Line
                key={`${ref.source}:${ref.line}`}
                at={ref}
                isRead={i + LINES_FIRST < LINES_READ}
              />
            ))}
            {unlisted > 0 && <li className="text-dim">{strings.sources.moreProblems(unlisted)}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function Line({ at, isRead }: { readonly at: LineRef; readonly isRead: boolean }) {
  return (
    <li>
      <LineButton at={at} />
      {isRead && <LineText at={at} />}
    </li>
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
