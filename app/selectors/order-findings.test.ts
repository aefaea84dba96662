import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/incident.ts';
import { orderFindings } from './order-findings.ts';

const finding = (title: string, role: Finding['role'], start: number | null, confidence = 1) =>
  ({ title, role, start, confidence }) as Finding;

describe('findings', () => {
  it('stand by role, then by time, the undated last, the surer first', () => {
    const groups = orderFindings([
      finding('hole', 'context', 1),
      finding('move', 'consequence', 9),
      finding('guess', 'cause', 5, 0.4),
      finding('undated', 'cause', null),
      finding('hang', 'cause', 5, 0.9),
      finding('first', 'cause', 2),
    ]);
    expect(groups.map(({ role, findings }) => [role, findings.map(({ title }) => title)])).toEqual([
      ['cause', ['first', 'hang', 'guess', 'undated']],
      ['consequence', ['move']],
      ['context', ['hole']],
    ]);
  });
});
