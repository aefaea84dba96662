/** What the page remembers between visits; never anything from a log. */
export type Preference =
  | 'theme'
  | 'second-zone'
  | 'lane-height'
  | 'folds-quiet'
  | 'right-width'
  | 'bottom-height';

/** null when nothing is kept, or the browser keeps nothing. */
export function readPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(`heartline.${name}`);
  } catch {
    return null;
  }
}

/** Does nothing where the browser forbids storage. */
export function keepPreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(`heartline.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
