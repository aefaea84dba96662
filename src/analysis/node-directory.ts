import { shortNames } from '../base/short-names.ts';
import type { SourceEvidence } from '../model/evidence.ts';
import type { NodeRef } from '../model/fact.ts';
import type { IncidentNode } from '../model/incident.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { NodeClaim, Source, SourceId } from '../model/source.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { type NodeMentions, nodeMentionsOf } from './node-mentions.ts';
import { bareAddress, spellingOf } from './node-spelling.ts';
import { Tally } from './tally.ts';

/** Who is who: every name of every node, within the cluster that a source belongs to. */
export interface NodeDirectory {
  readonly nodes: readonly IncidentNode[];
  claimOf(source: SourceId): NodeClaim;
  /** The node that wrote a record: the reader's word, else the record's own computer field, else the source's node. */
  writerOf(source: SourceId, computer: string | undefined): string | null;
  /**
   * The name of a referenced node; `writer` for null. An id or address that nothing maps to a name
   * gives `Node 2` or the address itself.
   */
  resolve(ref: NodeRef | null, source: SourceId, writer: string | null): string | null;
  /** Equal for sources of one cluster: those that name a common node, or both ends of a common heartbeat route. */
  clusterOf(source: SourceId): string;
}

/** `n:zq1` a name, `i:2` a cluster id without a name, `a:10.0.1.1` an address without a node. */
type Token = string;

interface Cluster {
  /** The first of its sources. */
  readonly source: Source;
  readonly idNames: Map<number, Tally<string>>;
  readonly addressTokens: Map<string, Tally<Token>>;
}

interface Member {
  readonly source: Source;
  readonly mentions: NodeMentions;
  readonly cluster: Cluster;
  readonly idNames: Map<number, Tally<string>>;
  own: Token | null;
  claim: NodeClaim;
}

/** `evidence` in an order that does not depend on the intake, see `analyse`. */
export function buildNodeDirectory(
  evidence: readonly SourceEvidence[],
  settings: ReaderSettings,
): NodeDirectory {
  const members = clustersOf(evidence, settings);
  for (const member of members.values()) mapIds(member, settings);
  mapIdsByAddress([...members.values()]);
  for (const member of members.values()) setOwnNode(member, settings);
  for (const member of members.values()) mapAddresses(member);
  const names = new DisplayNames([...members.values()], settings);

  const resolve: NodeDirectory['resolve'] = (ref, source, writer) => {
    if (ref === null) return writer;
    const member = members.get(source)!;
    const token = tokenOf(ref, member);
    return token === null ? writer : names.of(token, member.cluster);
  };
  return {
    nodes: names.nodes([...members.values()]),
    resolve,
    claimOf: (source) => {
      const { claim, own, cluster } = members.get(source)!;
      return { ...claim, name: own === null ? null : names.of(own, cluster) };
    },
    writerOf: (source, computer) => {
      const { claim, own, cluster } = members.get(source)!;
      const spelling =
        computer === undefined || claim.basis === 'set' ? null : spellingOf(computer);
      if (spelling?.kind === 'name') return names.of(`n:${spelling.key}`, cluster);
      return own === null ? null : names.of(own, cluster);
    },
    clusterOf: (source) => members.get(source)!.cluster.source.id,
  };
}

function clustersOf(
  evidence: readonly SourceEvidence[],
  settings: ReaderSettings,
): Map<SourceId, Member> {
  const sets = new DisjointSets<string>();
  const mentions = new Map<SourceId, NodeMentions>();
  for (const item of evidence) {
    const found = nodeMentionsOf(item);
    const { id } = item.source;
    mentions.set(id, found);
    for (const key of found.spellings.keys()) sets.join(`s:${id}`, `n:${key}`);
    for (const route of found.routes) sets.join(`s:${id}`, `r:${route}`);
    const set = settings.nodes[id];
    const spelling = set === undefined ? null : spellingOf(set);
    if (spelling !== null) sets.join(`s:${id}`, `n:${spelling.key}`);
  }
  const clusters = new Map<string, Cluster>();
  const members = new Map<SourceId, Member>();
  for (const { source } of evidence) {
    const root = sets.find(`s:${source.id}`);
    let cluster = clusters.get(root);
    if (cluster === undefined) {
      cluster = { source, idNames: new Map(), addressTokens: new Map() };
      clusters.set(root, cluster);
    }
    members.set(source.id, {
      source,
      mentions: mentions.get(source.id)!,
      cluster,
      idNames: new Map(),
      own: null,
      claim: source.node,
    });
  }
  return members;
}

function mapIds(member: Member, settings: ReaderSettings): void {
  const { mentions, cluster, source } = member;
  const add = (id: number, name: string) => {
    for (const map of [member.idNames, cluster.idNames]) {
      const tally = map.get(id) ?? new Tally<string>();
      tally.add(name);
      map.set(id, tally);
    }
  };
  for (const { id, name } of mentions.together) if (id !== null && name !== null) add(id, name);
  if (mentions.selfId === null) return;
  const sure =
    settings.nodes[source.id] ?? (source.node.basis === 'declared' ? source.node.name : null);
  const spelling = sure === null ? null : spellingOf(sure);
  if (spelling?.kind === 'name') add(mentions.selfId.value, spelling.key);
  else if (mentions.selfName !== null) add(mentions.selfId.value, mentions.selfName.value);
}

/** One log gives a node's name with its address; the node's own log gives that address with its number. */
function mapIdsByAddress(members: readonly Member[]): void {
  const named = new Map<Cluster, Map<string, Tally<string>>>();
  for (const { mentions, cluster } of members) {
    const addresses = named.get(cluster) ?? new Map<string, Tally<string>>();
    named.set(cluster, addresses);
    for (const { name, address } of mentions.together) {
      if (name !== null && address !== null) addTo(addresses, address, name);
    }
  }
  for (const { mentions, cluster } of members) {
    const idsAt: [number, string][] = mentions.together.flatMap(({ id, address }) =>
      id === null || address === null ? [] : [[id, address]],
    );
    const { selfId } = mentions;
    if (selfId !== null) {
      for (const address of mentions.ownAddresses) idsAt.push([selfId.value, address]);
    }
    for (const [id, address] of idsAt) {
      const name = named.get(cluster)!.get(address)?.dominant();
      if (name !== undefined && !cluster.idNames.has(id)) addTo(cluster.idNames, id, name);
    }
  }
}

/** A token for the source's own node, and what says so. */
interface OwnNode {
  readonly own: Token;
  readonly claim: NodeClaim;
}

/** Reader, then the log's header, its self id with its name, the file name, the computer field. */
function decideOwnNode(member: Member, settings: ReaderSettings): OwnNode | null {
  const { mentions, source } = member;
  const set = settings.nodes[source.id];
  const setSpelling = set === undefined ? null : spellingOf(set);
  if (setSpelling !== null) {
    return { own: `n:${setSpelling.key}`, claim: { name: set!, basis: 'set', evidence: [] } };
  }
  const claimed = source.node.name === null ? null : spellingOf(source.node.name);
  const asClaimed = claimed === null ? null : { own: `n:${claimed.key}`, claim: source.node };
  if (source.node.basis === 'declared' && asClaimed !== null) return asClaimed;
  const { selfName, selfId, computers, firstComputer } = mentions;
  if (selfName !== null) return inferredOwn(`n:${selfName.value}`, selfName.written, selfName);
  if (selfId !== null) {
    const name = nameOfId(selfId.value, member);
    if (name !== undefined) return inferredOwn(`n:${name}`, name, selfId);
  }
  if (asClaimed !== null) return asClaimed;
  if (selfId !== null) return inferredOwn(`i:${selfId.value}`, `Node ${selfId.value}`, selfId);
  const computer = computers.dominant(1);
  if (computer === undefined || firstComputer === null) return null;
  return inferredOwn(`n:${computer}`, firstComputer.written, firstComputer);
}

function inferredOwn(
  own: Token,
  name: string,
  told: { readonly line: number; readonly written: string },
): OwnNode {
  const evidence = [{ line: told.line, text: told.written }];
  return { own, claim: { name, basis: 'inferred', evidence } };
}

function setOwnNode(member: Member, settings: ReaderSettings): void {
  const decided = decideOwnNode(member, settings);
  if (decided === null) return;
  member.own = decided.own;
  member.claim = decided.claim;
  // A file name names the node that calls itself by a number.
  const { selfId } = member.mentions;
  if (selfId === null || !decided.own.startsWith('n:')) return;
  if (nameOfId(selfId.value, member) !== undefined) return;
  addTo(member.idNames, selfId.value, decided.own.slice(2));
  addTo(member.cluster.idNames, selfId.value, decided.own.slice(2));
}

function mapAddresses(member: Member): void {
  const { mentions, cluster, own } = member;
  for (const { name, id, address } of mentions.together) {
    if (address === null) continue;
    const token = name !== null ? `n:${name}` : id !== null ? idToken(id, member) : null;
    if (token !== null) addTo(cluster.addressTokens, address, token);
  }
  if (own === null) return;
  for (const address of mentions.ownAddresses) addTo(cluster.addressTokens, address, own);
}

function addTo<K, V>(map: Map<K, Tally<V>>, key: K, value: V): void {
  const tally = map.get(key) ?? new Tally<V>();
  tally.add(value);
  map.set(key, tally);
}

/** The name key of a cluster id: as this log tells it, else as the cluster's other logs do; undefined when they contradict. */
function nameOfId(id: number, member: Member): string | undefined {
  return (member.idNames.get(id) ?? member.cluster.idNames.get(id))?.dominant();
}

function idToken(id: number, member: Member): Token {
  const name = nameOfId(id, member);
  return name === undefined ? `i:${id}` : `n:${name}`;
}

function tokenOf(ref: NodeRef, member: Member): Token | null {
  const spelling = ref.name === undefined ? null : spellingOf(ref.name);
  if (spelling?.kind === 'name') return `n:${spelling.key}`;
  if (ref.id !== undefined) return idToken(ref.id, member);
  const address = spelling?.key ?? (ref.address === undefined ? null : bareAddress(ref.address));
  if (address === null) return null;
  return member.cluster.addressTokens.get(address)?.dominant() ?? `a:${address}`;
}

/** What each token is called on the page. */
class DisplayNames {
  private readonly spelled = new Map<string, string>();
  private readonly ambiguousIds = new Set<number>();
  private readonly clusterNames: ReadonlyMap<Cluster, string>;

  constructor(members: readonly Member[], settings: ReaderSettings) {
    const tallies = new Map<string, Tally<string>>();
    for (const { mentions, source } of members) {
      for (const [key, tally] of mentions.spellings) {
        const all = tallies.get(key) ?? new Tally<string>();
        all.addAll(tally);
        tallies.set(key, all);
      }
      // The node's own header, and above it the reader, decide the spelling.
      const weigh = (name: string, weight: number) => {
        const spelling = spellingOf(name);
        if (spelling === null) return;
        const all = tallies.get(spelling.key) ?? new Tally<string>();
        all.add(spelling.short, weight);
        tallies.set(spelling.key, all);
      };
      if (source.node.name !== null && source.node.basis === 'declared')
        weigh(source.node.name, 1e6);
      const set = settings.nodes[source.id];
      if (set !== undefined) weigh(set, 1e12);
    }
    for (const [key, tally] of tallies) this.spelled.set(key, tally.most()!);
    const clusters = [...new Set(members.map((member) => member.cluster))];
    const short = shortNames(clusters.map((cluster) => cluster.source.path));
    this.clusterNames = new Map(clusters.map((cluster, i) => [cluster, short[i]!]));
    const unnamed = new Map<number, Set<Cluster>>();
    for (const member of members) {
      for (const id of idsOf(member)) {
        if (nameOfId(id, member) !== undefined) continue;
        const clusters = unnamed.get(id) ?? new Set<Cluster>();
        clusters.add(member.cluster);
        unnamed.set(id, clusters);
        if (clusters.size > 1) this.ambiguousIds.add(id);
      }
    }
  }

  of(token: Token, cluster: Cluster): string {
    const rest = token.slice(2);
    if (token.startsWith('n:')) return this.spelled.get(rest) ?? rest;
    if (token.startsWith('a:')) return rest;
    // Two clusters may both have an unnamed node 1: they stay apart.
    const isAmbiguous = this.ambiguousIds.has(Number(rest));
    return isAmbiguous ? `Node ${rest} (${this.clusterNames.get(cluster)})` : `Node ${rest}`;
  }

  nodes(members: readonly Member[]): IncidentNode[] {
    const aliases = new Map<string, Set<string>>();
    const at = (name: string) => {
      const set = aliases.get(name) ?? new Set<string>();
      aliases.set(name, set);
      return set;
    };
    for (const member of members) {
      const { mentions, cluster, own, claim } = member;
      if (own !== null) {
        const names = at(this.of(own, cluster));
        if (claim.basis === 'set' && claim.name !== null) names.add(claim.name);
      }
      for (const [key, forms] of mentions.written) {
        const set = at(this.of(`n:${key}`, cluster));
        for (const form of forms) set.add(form);
      }
      for (const id of idsOf(member)) at(this.of(idToken(id, member), cluster)).add(String(id));
      for (const [address, tokens] of cluster.addressTokens) {
        const token = tokens.dominant();
        if (token !== undefined) at(this.of(token, cluster)).add(address);
      }
    }
    return [...aliases]
      .map(([name, set]) => ({ name, aliases: [...set].filter((alias) => alias !== name).sort() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

function idsOf(member: Member): Set<number> {
  const ids = new Set(member.mentions.ids);
  if (member.mentions.selfId !== null) ids.add(member.mentions.selfId.value);
  return ids;
}
