/** The id of the search box, of which there is one. */
export const SEARCH_BOX_ID = 'heartline-search';

/** Puts the caret into the search box with its text selected; nothing while there is no box. */
export function focusSearchBox(): void {
  const box = document.getElementById(SEARCH_BOX_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}
