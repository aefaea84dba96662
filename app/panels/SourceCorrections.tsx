import type { SourceJudgement } from '../../src/model/incident.ts';
import { ENCODINGS, type Encoding, type Source } from '../../src/model/source.ts';
import type { EvidenceLine } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { Button } from '../shell/Button.tsx';
import { ZoneField } from '../shell/ZoneField.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { EditableField } from './EditableField.tsx';
import { LineButton } from './LineButton.tsx';
import { TextEditor } from './TextEditor.tsx';

interface Judged {
  readonly source: Source;
  readonly judgement: SourceJudgement | undefined;
}

/** What the reader can overrule about a source: node, zone, encoding, date. */
export function SourceCorrections({ source, judgement }: Judged) {
  return (
    <div className="grid gap-1.5">
      <NodeField source={source} judgement={judgement} />
      <ZoneRow source={source} judgement={judgement} />
      <EncodingField source={source} />
      <DateField source={source} judgement={judgement} />
    </div>
  );
}

function NodeField({ source, judgement }: Judged) {
  const strings = useStrings();
  const { correct } = useActions();
  const known = useApp((state) => state.incident.nodes);
  const set = useApp((state) => state.settings.nodes[source.id]);
  const claim = judgement?.node ?? source.node;
  return (
    <EditableField
      term={strings.sources.node}
      of={source.path}
      value={claim.name ?? strings.sources.nodeOpen}
      basis={claim.name === null ? '' : strings.sources.basis(claim.basis)}
      isSet={set !== undefined}
      onReset={() => correct(source.id, { field: 'nodes', value: null })}
      editor={(done) => (
        <>
          <TextEditor
            label={strings.sources.edit(strings.sources.node, source.path)}
            action={strings.sources.set}
            start={claim.name ?? ''}
            suggestions={known.map(({ name }) => name)}
            check={(text) => (text === '' ? strings.sources.emptyNode : null)}
            onText={(text) => {
              correct(source.id, { field: 'nodes', value: text });
              done();
            }}
          />
          <EvidenceLines source={source} lines={claim.evidence} />
        </>
      )}
    />
  );
}

function ZoneRow({ source, judgement }: Judged) {
  const strings = useStrings();
  const { correct } = useActions();
  const set = useApp((state) => state.settings.zones[source.id]);
  const timeBase = judgement?.timeBase ?? source.timeBase;
  const isKnown = timeBase.rule.kind !== 'unknown';
  const sure =
    timeBase.basis === 'inferred' ? `, ${strings.sources.confidence(timeBase.confidence)}` : '';
  return (
    <EditableField
      term={strings.sources.zone}
      of={source.path}
      value={isKnown ? formatZone(timeBase.rule) : strings.sources.zoneUnknown}
      basis={isKnown ? `${strings.sources.basis(timeBase.basis)}${sure}` : ''}
      isSet={set !== undefined}
      onReset={() => correct(source.id, { field: 'zones', value: null })}
      editor={(done) => (
        <div className="grid gap-1.5">
          <ZoneField
            label={strings.sources.edit(strings.sources.zone, source.path)}
            action={strings.sources.set}
            start={isKnown ? formatZone(timeBase.rule) : ''}
            onZone={(value) => {
              correct(source.id, { field: 'zones', value });
              done();
            }}
          />
          <EvidenceLines source={source} lines={timeBase.evidence} />
          {judgement?.zoneProposals.map((proposal) => (
            <div key={formatZone(proposal.rule)} className="grid gap-1">
              <Button
                onClick={() => {
                  correct(source.id, { field: 'zones', value: proposal.rule });
                  done();
                }}
              >
                {strings.sources.takeProposal(formatZone(proposal.rule))}
                <i className="text-dim">{strings.sources.confidence(proposal.confidence)}</i>
              </Button>
              <EvidenceLines source={source} lines={proposal.evidence} />
            </div>
          ))}
        </div>
      )}
    />
  );
}

function EncodingField({ source }: { readonly source: Source }) {
  const strings = useStrings();
  const { setEncoding } = useActions();
  const found = useApp((state) => state.encodingsFound[source.id]);
  return (
    <EditableField
      term={strings.sources.encoding}
      of={source.path}
      value={source.encoding}
      basis={strings.sources.encodingBasis(source.encodingBasis)}
      isSet={found !== undefined}
      onReset={() => {
        if (found !== undefined) setEncoding(source, found.encoding);
      }}
      editor={(done) => (
        <select
          aria-label={strings.sources.edit(strings.sources.encoding, source.path)}
          value={source.encoding}
          onChange={(event) => {
            setEncoding(source, event.target.value as Encoding);
            done();
          }}
          className="h-8 w-full rounded-md border border-control-line bg-sunken px-2"
        >
          {ENCODINGS.map((encoding) => (
            <option key={encoding}>{encoding}</option>
          ))}
        </select>
      )}
    />
  );
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

/** Only for sources that have records without a date. */
function DateField({ source, judgement }: Judged) {
  const strings = useStrings();
  const { correct } = useActions();
  const set = useApp((state) => state.settings.dates[source.id]);
  const proposal = judgement?.dateProposal ?? null;
  if (set === undefined && proposal === null && source.undated === 0) return null;
  const setDate = (value: string) => correct(source.id, { field: 'dates', value });
  return (
    <EditableField
      term={strings.sources.date}
      of={source.path}
      value={set ?? strings.sources.dateOpen}
      basis={set === undefined ? '' : strings.sources.basis('set')}
      isSet={set !== undefined}
      onReset={() => correct(source.id, { field: 'dates', value: null })}
      editor={(done) => (
        <div className="grid gap-1.5">
          <TextEditor
            label={strings.sources.edit(strings.sources.date, source.path)}
            action={strings.sources.set}
            start={set ?? proposal?.date ?? ''}
            placeholder={strings.sources.datePlaceholder}
            check={(text) => (DATE.test(text) ? null : strings.sources.badDate(text))}
            onText={(text) => {
              setDate(text);
              done();
            }}
          />
          {proposal !== null && (
            <p>
              <Button
                onClick={() => {
                  setDate(proposal.date);
                  done();
                }}
              >
                {strings.sources.takeDate(proposal.date)}
              </Button>{' '}
              <LineButton at={proposal.ref} /> <span className="text-dim">{proposal.text}</span>
            </p>
          )}
        </div>
      )}
    />
  );
}

/** Lines that prove something about the source; line 0 is the file's name. */
export function EvidenceLines(props: {
  readonly source: Source;
  readonly lines: readonly EvidenceLine[];
}) {
  const strings = useStrings();
  if (props.lines.length === 0) return null;
  return (
    <ul aria-label={strings.sources.evidenceTitle} className="grid gap-0.5 text-[12px]">
      {props.lines.map(({ line, text }) => (
        <li key={`${line} ${text}`} className="line-clamp-3 break-all text-dim">
          {line === 0 ? (
            strings.sources.evidenceLine(0)
          ) : (
            <LineButton
              at={{ source: props.source.id, line }}
              text={strings.sources.evidenceLine(line)}
            />
          )}{' '}
          <span className="font-mono text-[11.5px]">{text}</span>
        </li>
      ))}
    </ul>
  );
}
