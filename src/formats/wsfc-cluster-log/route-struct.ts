import type { FactBody } from '../../model/fact.ts';
import { stripPort } from './line-pattern.ts';

/** Whether an untagged text is a line of a struct that is spread over entries: an element, its end, or the verb behind it. */
export function isStructLine(text: string): boolean {
  return /^<\/?[A-Za-z]/.test(text) || /^(?:added|removed)\s*$/.test(text);
}

/**
 * Puts together `mscs::FaultTolerantRoute` from consecutive entries of one thread, each with its own prefix:
 * `<realLocal>10.0.1.11:~3343~</realLocal>` ... `</struct mscs::FaultTolerantRoute>`, then `removed` or `added`.
 * Source: 2012 R2 excerpt in Microsoft, "IaaS with SQL AlwaysOn: tuning failover cluster network thresholds".
 */
export class RouteStruct {
  private thread = '';
  private values = new Map<string, string>();
  private closed = false;

  /** Forgets what was gathered: another entry stands between. */
  reset(): void {
    if (this.thread === '') return;
    this.thread = '';
    this.values = new Map();
    this.closed = false;
  }

  /** Takes one struct line; the verb gives the facts of the whole struct. */
  take(thread: string, text: string): readonly FactBody[] {
    if (thread !== this.thread) {
      this.reset();
      this.thread = thread;
    }
    const element = /^<(\w+)>(.*)<\/\1>/.exec(text);
    if (element) {
      this.values.set(element[1]!, element[2]!);
      return [];
    }
    const end = /^<\/struct mscs::FaultTolerantRoute>\s*(added|removed)?/.exec(text);
    if (end) this.closed = true;
    const verb = end?.[1] ?? (this.closed ? /^(added|removed)/.exec(text)?.[1] : undefined);
    if (verb === undefined) return [];
    const facts = this.facts(verb);
    this.reset();
    return facts;
  }

  private facts(verb: string): FactBody[] {
    const local = this.values.get('realLocal');
    const remote = this.values.get('realRemote');
    if (local === undefined || remote === undefined) return [];
    const localEndpoint = stripPort(local);
    const remoteEndpoint = stripPort(remote);
    const facts: FactBody[] = [
      {
        type: 'link',
        state: verb === 'removed' ? 'lost' : 'restored',
        scope: 'route',
        peer: { address: remoteEndpoint },
        localEndpoint,
        remoteEndpoint,
        reason: `route ${verb}`,
      },
    ];
    for (const property of ['Delay', 'Threshold']) {
      const value = Number(this.values.get(property));
      if (!Number.isInteger(value)) continue;
      facts.push({
        type: 'config-value',
        scope: { kind: 'link', name: `${localEndpoint}->${remoteEndpoint}` },
        property,
        value,
      });
    }
    return facts;
  }
}
