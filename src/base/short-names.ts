/**
 * The shortest end of each path that tells it from the others: `cluster.log`, or `zq1/cluster.log` when another one also
 * ends so. Identical paths are numbered in order: `a.log`, `a.log (2)`.
 */
export function shortNames(paths: readonly string[]): string[] {
  const different = [...new Set(paths)];
  const short = new Map(shortestEnds(different).map((name, i) => [different[i]!, name]));
  const taken = new Set(short.values());
  const times = new Map<string, number>();
  return paths.map((path) => {
    const name = short.get(path)!;
    let time = (times.get(path) ?? 0) + 1;
    let numbered = time === 1 ? name : `${name} (${time})`;
    while (time > 1 && taken.has(numbered)) numbered = `${name} (${++time})`;
    times.set(path, time);
    taken.add(numbered);
    return numbered;
  });
}

/** Of different paths, ends that are different. */
function shortestEnds(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split('/'));
  const used = parts.map(() => 1);
  const nameOf = (i: number) => parts[i]!.slice(-used[i]!).join('/');
  for (;;) {
    const groups = new Map<string, number[]>();
    for (let i = 0; i < paths.length; i++) {
      const group = groups.get(nameOf(i));
      if (group === undefined) groups.set(nameOf(i), [i]);
      else group.push(i);
    }
    let grew = false;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      for (const i of group) {
        if (used[i]! >= parts[i]!.length) continue;
        used[i]!++;
        grew = true;
      }
    }
    if (!grew) return paths.map((_, i) => nameOf(i));
  }
}
