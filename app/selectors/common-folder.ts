/** The folder (or archive) that all paths lie in, without a slash at its end; '' when there is none. */
export function commonFolder(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('/').slice(0, -1));
  if (first === undefined) return '';
  let depth = first.length;
  for (const folders of others) {
    depth = Math.min(depth, folders.length);
    while (depth > 0 && folders.slice(0, depth).join('/') !== first.slice(0, depth).join('/')) {
      depth--;
    }
  }
  return first.slice(0, depth).join('/').replace(/!$/, '');
}
