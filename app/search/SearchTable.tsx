import { useMemo, useState } from 'react';
import { VirtualGrid } from '../panels/grid/VirtualGrid.tsx';
import { componentCell, levelCell, oneLine, rangeOf } from '../panels/tables/record-cells.tsx';
import { lineCell, timeCell } from '../panels/tables/time-cells.tsx';
import { useTimeColumns } from '../panels/tables/time-columns.ts';
import { rangeKey, useRecordTexts } from '../panels/use-text.ts';
import { judgementsById, sourcesById } from '../selectors/incident-summary.ts';
import { lineOf } from '../selectors/record-rows.ts';
import { placeRecord } from '../selectors/record-time.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import type { BegunSearch } from '../store/search-slice.ts';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/strings-context.ts';
import type { Hit, HitList } from './hit-list.ts';
import { selectHitRow, selectHits } from './hits.ts';
import { Marked } from './Marked.tsx';
import { shownText } from './shown-text.ts';

/** What the search has found, by time; a row leads to its place on the axis, and the selected line to its row. */
export function SearchTable() {
  const strings = useStrings();
  const hits = useApp(selectHits);
  if (hits === null) return <p className="p-3 text-dim">{strings.search.emptyIdle}</p>;
  return (
    <div className="flex h-full flex-col">
      <SearchSummary hits={hits} />
      <div className="min-h-0 grow">
        <HitGrid hits={hits} />
      </div>
    </div>
  );
}

/** How far the search is, or how it ended, and what it has found. */
function SearchSummary({ hits }: { readonly hits: HitList }) {
  const strings = useStrings();
  const { cancelSearch } = useActions();
  const search = useApp((state) => state.search);
  const sources = useApp((state) => state.sources);
  if (search === null) return null;
  const words = strings.search;
  const { status, message, bytesDone, bytesTotal } = search;
  const found = sources.filter(({ id }) => hits.countOf(id) > 0).length;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-2.5 py-1">
      <code className="max-w-[40ch] truncate rounded bg-sunken px-1.5 font-mono text-[12px]">
        {search.text}
      </code>
      {status === 'running' ? (
        <>
          <progress
            aria-label={words.progress}
            max={bytesTotal || 1}
            value={bytesTotal === 0 ? undefined : bytesDone}
            className="heartline-progress h-1.5 w-32"
          />
          <span>{words.running(strings.bytes(bytesDone), strings.bytes(bytesTotal))}</span>
          <span className="text-dim">{words.soFar(hits.count)}</span>
          <Button onClick={cancelSearch} className="h-7!">
            {words.cancel}
          </Button>
        </>
      ) : (
        <>
          <span>
            {words.hits(hits.count)}
            {hits.count > 0 && ` ${words.inSources(found)}`}
          </span>
          {hits.count > hits.dated && (
            <span className="text-dim">{words.undated(hits.count - hits.dated)}</span>
          )}
          {status === 'done' ? (
            <span className="text-dim max-md:hidden">{words.outside}</span>
          ) : (
            <span role="alert" title={message ?? undefined} className="min-w-0 text-warning">
              {words.outcome(status)}
              {message !== null && <span className="text-soft"> ({message})</span>}
            </span>
          )}
        </>
      )}
    </div>
  );
}

function emptyText(status: BegunSearch['status'] | undefined, { search }: Strings): string {
  if (status === 'running') return search.emptyRunning;
  return status === 'done' ? search.emptyDone : search.emptyEnded;
}

function HitGrid({ hits }: { readonly hits: HitList }) {
  const strings = useStrings();
  const { showHit } = useActions();
  const sources = useApp((state) => sourcesById(state.sources));
  const judgements = useApp((state) => judgementsById(state.incident));
  const search = useApp((state) => state.search);
  const selectedRow = useApp(selectHitRow);
  const time = useTimeColumns();
  const [[first, end], setShown] = useState<readonly [number, number]>([0, 0]);
  const shown = useMemo(() => hits.rows(first, end), [hits, first, end]);
  const { ranges, encodings } = useMemo(() => {
    const wanted = shown.map((hit) => rangeOf(hit.source, hit));
    const names = new Set(shown.map(({ source }) => sources.get(source)?.encoding ?? ''));
    return { ranges: wanted, encodings: [...names].join(' ') };
  }, [shown, sources]);
  const texts = useRecordTexts(ranges, `${search?.text ?? ''} ${encodings}`);
  const { column } = strings;
  const hitAt = (row: number): Hit => shown[row - first] ?? hits.rows(row, row + 1)[0]!;
  const judgementOf = (hit: Hit) => judgements.get(hit.source) ?? sources.get(hit.source);

  return (
    <VirtualGrid
      name={strings.tabs.bottom('search')}
      empty={emptyText(search?.status, strings)}
      columns={[
        ...time.columns,
        { key: 'node', title: column.node, widthPx: 100 },
        { key: 'line', title: `${column.source}:${column.line.toLowerCase()}`, widthPx: 190 },
        { key: 'level', title: column.level, widthPx: 76 },
        { key: 'component', title: column.component, widthPx: 120 },
        { key: 'text', title: column.text },
      ]}
      rowCount={hits.count}
      rowKey={(row) => row}
      selectedRow={selectedRow}
      onSelect={(row) => showHit(hitAt(row))}
      onWindow={(from, to) =>
        setShown((before) => (before[0] === from && before[1] === to ? before : [from, to]))
      }
      cell={(row, key) => {
        const hit = hitAt(row);
        switch (key) {
          case 'utc':
          case 'second': {
            const rule = judgementOf(hit)?.timeBase.rule ?? { kind: 'unknown' };
            return timeCell(strings, placeRecord(hit, rule), key, time.second);
          }
          case 'node':
            return judgementOf(hit)?.node.name;
          case 'line':
            return lineCell(strings, sources, { source: hit.source, line: lineOf(hit) });
          case 'level':
            return levelCell(strings, hit);
          case 'component':
            return componentCell(hit);
          default: {
            if (texts.state === 'failed') return strings.raw.unreadable(texts.reason);
            const text = texts.value?.get(rangeKey(rangeOf(hit.source, hit)));
            return text === undefined ? null : (
              <Marked
                text={shownText(oneLine(text), search?.text ?? '')}
                query={search?.text ?? ''}
              />
            );
          }
        }
      }}
    />
  );
}
