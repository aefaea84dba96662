export const TAB_LIST =
  'flex shrink-0 gap-0.5 overflow-x-auto border-line border-b bg-panel px-1.5 pt-1.5';

export const TAB =
  'whitespace-nowrap rounded-t-md border border-transparent px-1.5 py-1.5 text-dim hover:text-text focus-visible:-outline-offset-2 data-active:border-line data-active:border-b-ground data-active:bg-ground data-active:font-medium data-active:text-text -mb-px';
