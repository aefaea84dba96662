import { Keyboard, Moon, Sun, X } from 'lucide-react';
import { AddLogs } from '../import/AddLogs.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { commonFolder } from '../selectors/common-folder.ts';
import { selectExtent } from '../selectors/incident-summary.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { IconButton } from './Button.tsx';
import { ViewToolbar } from './ViewToolbar.tsx';
import { ZonePicker } from './ZonePicker.tsx';

export function Header() {
  const strings = useStrings();
  const { setTheme, showKeys } = useActions();
  const theme = useApp((state) => state.theme);
  const hasSources = useApp((state) => state.sources.length > 0);
  const other = theme === 'dark' ? 'light' : 'dark';

  return (
    <header className="flex min-h-12 flex-wrap items-center lg:flex-nowrap gap-x-3 gap-y-1.5 border-line border-b bg-panel px-4 py-1.5">
      <h1 className="flex items-center gap-2 font-bold text-[14px]">
        <Logo />
        {strings.app.name}
      </h1>
      {hasSources && <IncidentChip />}
      <div className="grow max-lg:hidden" />
      {hasSources && <SearchBox />}
      {hasSources && <ViewToolbar />}
      <ZonePicker />
      <AddLogs />
      <div className="flex shrink-0">
        <IconButton
          label={other === 'dark' ? strings.theme.toDark : strings.theme.toLight}
          onClick={() => setTheme(other)}
        >
          {theme === 'dark' ? (
            <Sun aria-hidden className="size-4" />
          ) : (
            <Moon aria-hidden className="size-4" />
          )}
        </IconButton>
        <IconButton label={strings.keys.open} onClick={() => showKeys(true)}>
          <Keyboard aria-hidden className="size-4" />
        </IconButton>
      </div>
    </header>
  );
}

/** What is open: a title made of node names and days, and how much of it there is. */
function IncidentChip() {
  const strings = useStrings();
  const { closeIncident } = useActions();
  const nodes = useApp((state) => state.incident.nodes);
  const sources = useApp((state) => state.sources);
  const extent = useApp((state) => selectExtent(state.incident));
  const days =
    extent === null
      ? strings.incident.undated
      : strings.incident.days(strings.day(extent.start), strings.day(extent.end));
  const names = nodes.map((node) => node.name);
  const folder = commonFolder(sources.map((source) => source.path));
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);

  return (
    <div className="flex h-8 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-raised pr-1 pl-3">
      <h2 className="truncate">
        {strings.incident.title(names.length > 0 ? names : [strings.incident.noNodes], days)}
      </h2>
      <p className="shrink-[99] truncate text-dim max-md:hidden">
        {folder !== '' && `· ${folder} `}· {strings.incident.nodes(names.length)} ·{' '}
        {strings.incident.sources(sources.length)} · {strings.bytes(bytes)}
      </p>
      <IconButton label={strings.incident.close} onClick={closeIncident} className="h-6! px-1!">
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  );
}

function Logo() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-[22px] text-brand"
    >
      <path d="M2 12h5l2.5-7 4 14 2.5-7H22" />
    </svg>
  );
}
