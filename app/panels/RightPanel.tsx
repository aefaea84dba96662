import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { RIGHT_TABS, type RightTab } from '../store/view-slice.ts';
import { useStrings } from '../strings/strings-context.ts';
import { FindingsPanel } from './FindingsPanel.tsx';
import { NamesPanel } from './NamesPanel.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { SourcesPanel } from './SourcesPanel.tsx';
import { TAB, TAB_LIST } from './tab-look.ts';
import { WindowPanel } from './WindowPanel.tsx';

const PANELS: Readonly<Record<RightTab, () => ReactNode>> = {
  selection: SelectionPanel,
  window: WindowPanel,
  findings: FindingsPanel,
  sources: SourcesPanel,
  names: NamesPanel,
};

/** Explains: the selection, the findings, the sources, the names. */
export function RightPanel() {
  const strings = useStrings();
  const { openRightTab } = useActions();
  const tab = useApp((state) => state.rightTab);
  const findings = useApp((state) => state.incident.findings.length);
  const sources = useApp((state) => state.sources.length);
  const repairs = useApp((state) => state.incident.repairs.length);
  const counts: Partial<Record<RightTab, number>> = { findings, sources, names: repairs };
  const Panel = PANELS[tab];
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => openRightTab(value as RightTab)}
      className="flex h-full min-h-0 flex-col bg-panel"
    >
      <Tabs.List aria-label={strings.tabs.rightName} className={TAB_LIST}>
        {RIGHT_TABS.map((name) => (
          <Tabs.Tab key={name} value={name} className={TAB}>
            {strings.tabs.right(name)}
            {counts[name] !== undefined && counts[name] > 0 && (
              <span className="font-normal text-dim"> {strings.number(counts[name])}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel
        value={tab}
        className="min-h-0 grow overflow-y-auto p-3.5 focus-visible:-outline-offset-2"
      >
        <Panel />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
