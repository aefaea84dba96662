import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText } from './fit-text.ts';

describe('fitting text', () => {
  const measure = (text: string) => [...text].length * 10;

  test('leaves a text that fits alone', () => {
    expect(fitText('Online', 60, 'label', measure)).toBe('Online');
  });

  test('cuts at the last character that fits and adds an ellipsis', () => {
    expect(fitText('OnlinePending', 75, 'label', measure)).toBe('Online…');
  });

  test('gives nothing where fewer than three characters would be left', () => {
    expect(fitText('OnlinePending', 35, 'label', measure)).toBeNull();
  });

  test('never cuts a character in two', () => {
    expect(fitText('𠀀𠀁𠀂𠀃𠀄', 40, 'label', measure)).toBe('𠀀𠀁𠀂…');
  });

  test('is never wider than the room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(200), (text, room) => {
        const fitted = fitText(text, room, 'label', measure);
        if (fitted !== null) expect(measure(fitted)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
