import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { selectHits } from '../search/hits.ts';
import { SearchTable } from '../search/SearchTable.tsx';
import { sourcesById } from '../selectors/incident-summary.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { BOTTOM_TABS, type BottomTab } from '../store/view-slice.ts';
import { useStrings } from '../strings/strings-context.ts';
import { fileName } from './LineButton.tsx';
import { TAB, TAB_LIST } from './tab-look.ts';
import { EventsTable } from './tables/EventsTable.tsx';
import { IntervalsTable } from './tables/IntervalsTable.tsx';
import { LogLinesTable } from './tables/LogLinesTable.tsx';
import { MarkersTable } from './tables/MarkersTable.tsx';
import { ProblemsTable } from './tables/ProblemsTable.tsx';
import { RawView } from './tables/RawView.tsx';
import { TransitionsTable } from './tables/TransitionsTable.tsx';
import { UndatedTable } from './tables/UndatedTable.tsx';

const TABLES: Readonly<Record<BottomTab, () => ReactNode>> = {
  search: SearchTable,
  events: EventsTable,
  transitions: TransitionsTable,
  markers: MarkersTable,
  intervals: IntervalsTable,
  lines: LogLinesTable,
  problems: ProblemsTable,
  raw: RawView,
  undated: UndatedTable,
};

/** Lists: everything the timeline shows, the log lines, the file as it is. */
export function BottomPanel() {
  const strings = useStrings();
  const { openBottomTab } = useActions();
  const tab = useApp((state) => state.bottomTab);
  const incident = useApp((state) => state.incident);
  const records = useApp((state) => sum(state.sources.map((source) => source.records)));
  const problems = useApp((state) => sum(state.sources.map((source) => source.problemCount)));
  const undated = useApp((state) => sum(state.sources.map((source) => source.undated)));
  const hits = useApp((state) => selectHits(state)?.count ?? null);
  const rawPath = useApp((state) =>
    state.rawAt === null ? undefined : sourcesById(state.sources).get(state.rawAt.source)?.path,
  );
  const notes: Readonly<Record<BottomTab, string>> = {
    search: hits === null ? '' : strings.number(hits),
    events: strings.number(incident.events.length),
    transitions: strings.number(incident.transitions.length),
    markers: strings.number(incident.markers.length),
    intervals: strings.number(incident.intervals.length),
    lines: strings.number(records),
    problems: strings.number(problems),
    raw: rawPath === undefined ? '' : fileName(rawPath),
    undated: strings.number(undated),
  };
  const Table = TABLES[tab];
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => openBottomTab(value as BottomTab)}
      className="flex h-full min-h-0 flex-col bg-ground"
    >
      <Tabs.List aria-label={strings.tabs.bottomName} className={TAB_LIST}>
        {BOTTOM_TABS.map((name) => (
          <Tabs.Tab key={name} value={name} className={TAB}>
            {strings.tabs.bottom(name)}
            {notes[name] !== '' && <span className="font-normal text-dim"> · {notes[name]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} tabIndex={-1} className="min-h-0 grow">
        <Table />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
