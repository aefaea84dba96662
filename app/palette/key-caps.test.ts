import { expect, it } from 'vitest';
import { keyCaps } from './key-caps.ts';

it('names the keys of a pattern as a keyboard does', () => {
  const caps = (pattern: string) => keyCaps(pattern, false).join(' ');
  expect(caps('f')).toBe('F');
  expect(caps('Shift+F3')).toBe('Shift F3');
  expect(caps('$mod+k')).toBe('Ctrl K');
  expect(keyCaps('$mod+k', true)).toEqual(['⌘', 'K']);
  expect(caps('Shift+Digit1')).toBe('Shift 1');
  expect(caps('Alt+ArrowLeft')).toBe('Alt ←');
});

it('leaves Shift out where it only makes a sign', () => {
  expect(keyCaps('Shift+?', false)).toEqual(['?']);
  expect(keyCaps('+', false)).toEqual(['+']);
  expect(keyCaps('Shift++', false)).toEqual(['+']);
});
