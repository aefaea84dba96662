import { type CSSProperties, useEffect, useLayoutEffect } from 'react';
import { DropZone } from '../import/DropZone.tsx';
import { MarksBar } from '../palette/MarksBar.tsx';
import { Palette } from '../palette/Palette.tsx';
import { UndoNote } from '../palette/UndoNote.tsx';
import { BottomPanel } from '../panels/BottomPanel.tsx';
import { RightPanel } from '../panels/RightPanel.tsx';
import { useApp, useHeartline } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { EmptyPage } from './EmptyPage.tsx';
import { Header } from './Header.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LoadingBar } from './LoadingBar.tsx';
import { FailureNotice, Notices } from './Notices.tsx';
import { Separator, usePaneSize } from './Separator.tsx';
import { TimelinePane } from './TimelinePane.tsx';
import { useKeys } from './use-keys.ts';
import { openSample, SAMPLE_HASH } from './use-sample.ts';

export function App() {
  const { actions } = useHeartline();
  useKeys();
  useDocumentState();
  const hasSources = useApp((state) => state.sources.length > 0);
  const loading = useApp((state) => state.pageState === 'loading');

  useEffect(() => {
    const onHash = () => {
      if (location.hash === SAMPLE_HASH) void openSample(actions);
    };
    onHash();
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [actions]);

  return (
    <div className="flex h-full flex-col max-lg:h-auto max-lg:min-h-full">
      <Header />
      <LoadingBar />
      {hasSources ? <Notices /> : <FailureNotice />}
      <MarksBar />
      {hasSources || loading ? <Workspace /> : <EmptyPage />}
      <DropZone />
      <KeysDialog />
      <Palette />
      <UndoNote />
    </div>
  );
}

/** Timeline with the tables below it, details on the right; one below the other where there is no room. */
function Workspace() {
  const strings = useStrings();
  const right = usePaneSize('right-width', 396, 260, 720);
  const bottom = usePaneSize('bottom-height', 264, 120, 700);
  return (
    <div
      className="grid min-h-0 grow lg:grid-cols-[minmax(0,1fr)_min(var(--right),60vw)] lg:grid-rows-[minmax(0,1fr)]"
      style={{ '--right': `${right.px}px`, '--bottom': `${bottom.px}px` } as CSSProperties}
    >
      <div className="grid min-h-0 min-w-0 max-lg:grid-rows-[minmax(420px,60vh)_380px] lg:grid-rows-[minmax(0,1fr)_min(var(--bottom),65vh)]">
        <main aria-label={strings.app.timelineName} className="min-h-0 min-w-0 overflow-hidden">
          <TimelinePane />
        </main>
        <section
          aria-label={strings.app.tablesName}
          className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[1px_minmax(0,1fr)]"
        >
          <Separator
            label={strings.app.resizeTables}
            orientation="horizontal"
            size={bottom}
            className="max-lg:pointer-events-none"
          />
          <BottomPanel />
        </section>
      </div>
      <aside
        aria-label={strings.app.detailsName}
        className="grid min-h-0 min-w-0 max-lg:h-[70vh] max-lg:grid-cols-[minmax(0,1fr)] max-lg:grid-rows-[minmax(0,1fr)] max-lg:border-line max-lg:border-t lg:grid-cols-[1px_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]"
      >
        <Separator
          label={strings.app.resizeDetails}
          orientation="vertical"
          size={right}
          className="max-lg:hidden"
        />
        <RightPanel />
      </aside>
    </div>
  );
}

/** Keeps what lies outside the root in step: the state hook and the theme. */
function useDocumentState(): void {
  const pageState = useApp((state) => state.pageState);
  const theme = useApp((state) => state.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.heartline = pageState;
  }, [pageState]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
