/** Sets of items joined pair by pair (union-find). */
export class DisjointSets<T> {
  private readonly parents = new Map<T, T>();

  /** The representative of the item's set; an item never joined stands for itself. */
  find(item: T): T {
    let root = item;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    let at = item;
    while (at !== root) {
      const up = this.parents.get(at)!;
      this.parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: T, b: T): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA !== rootB) this.parents.set(rootB, rootA);
  }
}
