const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

/**
 * A key pattern of tinykeys as a reader finds it on a keyboard: `$mod+k` is `Ctrl` and `K`, `Shift+Digit1` is `Shift` and
 * `1`. A sign that is written with Shift stands alone: `Shift+?` is `?`.
 */
export function keyCaps(pattern: string, isMac: boolean): readonly string[] {
  // The last plus may be the key itself: `+`, `Shift++`.
  const at = pattern.slice(0, -1).lastIndexOf('+');
  const modifiers = at === -1 ? [] : pattern.slice(0, at).split('+');
  const key = pattern.slice(at + 1);
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  const caps = modifiers
    .filter((modifier) => !(isSign && modifier === 'Shift'))
    .map((modifier) => {
      if (modifier === '$mod') return isMac ? '⌘' : 'Ctrl';
      return modifier;
    });
  const name = SIGNS[key] ?? key.replace(/^(?:Digit|Key)/, '');
  return [...caps, name.length === 1 ? name.toUpperCase() : name];
}
