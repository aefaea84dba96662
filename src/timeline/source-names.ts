/**
 * The shortest end of each path that tells it from the others: `cluster.log`, or `zq1/cluster.log` when another source of the
 * same node is also called `cluster.log`. Identical paths are numbered in order: `a.log`, `a.log (2)`.
 */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const used = parts.map(() => 1);
  const nameOf = (i: number) => parts[i]!.slice(-used[i]!).join('/') || paths[i]!;
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
    if (grew) continue;
    const names = paths.map((_, i) => nameOf(i));
    const seen = new Map<string, number>();
    return names.map((name) => {
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      if (times === 1) return name;
      let numbered = `${name} (${times})`;
      while (names.includes(numbered)) numbered += "'";
      return numbered;
    });
  }
}
