import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from './catalogue.ts';
import { MESSAGE_ROWS } from './message-data.ts';
import { recogniseMessage, valuesInMessage } from './message-templates.ts';

const VALUE = /\{([A-Za-z]\w*)\}/g;

describe('message templates', () => {
  it.each(MESSAGE_ROWS)('%s %i: %s', (provider, id, text) => {
    const names = [...text.matchAll(VALUE)].map((match) => match[1]!);
    const message = text.replaceAll(VALUE, '10.1 x');
    const values = valuesInMessage(provider, id, `${message}\r\n\r\nHelp text.`);
    const expected = Object.fromEntries(names.map((name) => [name, '10.1 x']));
    const [last] = names.slice(-1);
    // A value that ends a template runs to the end of the message.
    if (last !== undefined && text.endsWith(`{${last}}`)) expected[last] += ' Help text.';
    expect(values).toEqual(expected);
    expect(eventOf(provider, id), 'in the catalogue').not.toBeNull();
    expect(recogniseMessage(message)?.provider).toBe(provider);
  });

  it('take every kind of quote, and a blank lost behind one', () => {
    for (const [open, close] of ["''", '""', '‘’', '“”', '„“', '«»', '「」'] as const) {
      const message = `Cluster node ${open}ZQ 2${close}was removed from the active failover cluster membership.`;
      expect(recogniseMessage(message)).toMatchObject({ id: 1135, values: { node: 'ZQ 2' } });
    }
  });

  it('fit a message that is wrapped anywhere', () => {
    expect(
      recogniseMessage("Cluster resource 'Disk\n   1' in clustered\r\n role 'G'\n failed."),
    ).toMatchObject({
      id: 1069,
      values: { resource: 'Disk 1', group: 'G' },
    });
  });

  it('fit only from the start of a message, and never throw', () => {
    expect(
      recogniseMessage(
        "00000250 Cluster node 'ZQ2' was removed from the active failover cluster membership.",
      ),
    ).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void recogniseMessage(text)));
  });
});
