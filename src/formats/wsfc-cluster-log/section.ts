import type { FactBody } from '../../model/fact.ts';
import { CURRENT_NODE } from './cluster-header.ts';
import { stateName } from './states.ts';

/** `[=== Cluster Logs ===]`, 2016 and later. */
export const SECTION_HEADER = /^\[=== (?<name>.+?) ===\]/;

/** Properties that set time-outs and thresholds, as the product spells them, by their name in lower case. */
const TIMEOUT_PROPERTIES: ReadonlyMap<string, string> = new Map(
  [
    'DeadlockTimeout',
    'PendingTimeout',
    'IsAlivePollInterval',
    'LooksAlivePollInterval',
    'RestartDelay',
    'RestartPeriod',
    'RestartThreshold',
    'RetryPeriodOnFailure',
    'SeparateMonitor',
    'ResourceDllDeadlockTimeout',
    'ResourceDllDeadlockPeriod',
    'ResourceDllDeadlockThreshold',
    'SameSubnetDelay',
    'SameSubnetThreshold',
    'CrossSubnetDelay',
    'CrossSubnetThreshold',
    'CrossSiteDelay',
    'CrossSiteThreshold',
    'RouteHistoryLength',
    'ResiliencyLevel',
    'ResiliencyDefaultPeriod',
    'ResiliencyPeriod',
    'QuarantineThreshold',
    'QuarantineDuration',
    'ClusSvcHangTimeout',
    'ClusSvcRegroupStageTimeout',
    'HangRecoveryAction',
    'ShutdownTimeoutInMinutes',
    'QuorumArbitrationTimeMax',
    'QuorumArbitrationTimeMin',
    'FailoverThreshold',
    'FailoverPeriod',
    'LeaseTimeout',
    'HealthCheckTimeout',
    'FailureConditionLevel',
  ].map((name) => [name.toLowerCase(), name]),
);

/** The value that stands for "use the resource type's". */
const USE_DEFAULT = 0xffff_ffff;

type TableKind = 'resource' | 'resource-type' | 'group' | 'node' | 'csv' | 'other';

const TABLE_KINDS: Readonly<Record<string, TableKind>> = {
  resources: 'resource',
  'resource types': 'resource-type',
  groups: 'group',
  nodes: 'node',
  volumes: 'csv',
};

/**
 * Reads the sections that are no entries: the free text of `Cluster` and the property dumps behind it. Values hold when
 * the log was generated. A dump is read when it parses as a table with a header row or as `name : value`; the rest, and
 * sections of unknown names, pass through.
 */
export class SectionReader {
  private readonly kind: TableKind;
  private header: readonly string[] | null = null;

  /** @param name as between `[=== ` and ` ===]` */
  constructor(name: string) {
    this.kind = TABLE_KINDS[name.toLowerCase()] ?? 'other';
  }

  /** What one line of the section says; `text` without its line end. */
  read(text: string): readonly FactBody[] {
    const current = CURRENT_NODE.exec(text)?.groups;
    if (current) {
      return [
        {
          type: 'node-identity',
          self: true,
          node: { name: current.name!, id: Number(current.id) },
        },
      ];
    }
    const cells = splitRow(text);
    if (cells.length < 2) return readProperty(text);
    if (this.header === null || this.header.length !== cells.length) {
      if (cells.every((cell) => /^[_A-Za-z][\w .:]*$/.test(cell)))
        this.header = cells.map(columnName);
      return [];
    }
    return this.readRow(this.header, cells);
  }

  private readRow(header: readonly string[], cells: readonly string[]): FactBody[] {
    const cell = (...names: readonly string[]) => {
      for (const name of names) {
        const value = cells[header.indexOf(name)];
        if (value !== undefined && value !== '') return value;
      }
      return undefined;
    };
    const name = cell('name', `${this.kind}name`, 'resourcename', 'displayname');
    const facts: FactBody[] = [];
    if (name !== undefined) {
      const state = cell('state', `${this.kind}state`, 'currentstate');
      const owner = cell('ownernode', 'owner', 'currentowner', 'ownernodename');
      const group = cell('ownergroup', 'groupname', 'group', 'owninggroup');
      const resourceType = cell('resourcetype', 'type');
      if ((this.kind === 'resource' || this.kind === 'group') && state !== undefined) {
        facts.push({
          type: 'state-seen',
          entity: { kind: this.kind, name },
          state: stateName(this.kind, state),
          ...(this.kind === 'resource' && group !== undefined && { group }),
          ...(this.kind === 'resource' && resourceType !== undefined && { resourceType }),
        });
      }
      if (this.kind === 'group' && owner !== undefined && !/^(?:\d+|[0-9a-f-]{36})$/i.test(owner)) {
        facts.push({
          type: 'owner',
          group: name,
          from: null,
          to: { name: owner },
          reason: 'at generation of the log',
        });
      }
      const id = cell('id', 'nodeid', 'nodenumber');
      if (this.kind === 'node' && id !== undefined && /^\d{1,3}$/.test(id)) {
        facts.push({ type: 'node-identity', self: false, node: { name, id: Number(id) } });
      }
    }
    for (const [index, column] of header.entries()) {
      const property = TIMEOUT_PROPERTIES.get(column);
      const value = numberOf(cells[index]!);
      if (property === undefined || value === null) continue;
      const scope =
        name !== undefined && (this.kind === 'resource' || this.kind === 'group')
          ? { kind: this.kind, name }
          : null;
      const isOfType = this.kind === 'resource-type' && name !== undefined;
      const ofType = isOfType ? { resourceType: name } : {};
      facts.push({ type: 'config-value', scope, ...ofType, property, value });
    }
    return facts;
  }
}

/** `SameSubnetThreshold : 10`, `SameSubnetThreshold = 10`, or the columns of cluster.exe `/prop` with `10 (0xa)`. */
function readProperty(text: string): FactBody[] {
  const match =
    /^\s*(?:\S+ +){0,3}?(?<name>[A-Za-z]\w+)\s*[:=\s]\s*(?<value>\d+)(?: \(0x[0-9a-f]+\))?\s*$/i.exec(
      text.slice(0, 300),
    );
  const property = TIMEOUT_PROPERTIES.get(match?.groups?.name?.toLowerCase() ?? '');
  const value = numberOf(match?.groups?.value ?? '');
  return property === undefined || value === null
    ? []
    : [{ type: 'config-value', scope: null, property, value }];
}

function numberOf(cell: string): number | null {
  if (!/^\d{1,10}$/.test(cell.trim())) return null;
  const value = Number(cell);
  return value === USE_DEFAULT ? null : value;
}

/** `_name`, `Owner Node`, `Owner.Node` → `name`, `ownernode`. */
function columnName(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Cells of a comma-separated row; quoted cells may hold commas and doubled quotes. */
function splitRow(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (quoted && character === '"' && text.charAt(i + 1) === '"') {
      cell += '"';
      i++;
    } else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  cells.push(cell.trim());
  return cells;
}
