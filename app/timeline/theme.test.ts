import { describe, expect, test } from 'vitest';
import { type CanvasTheme, canvasTheme } from './theme.ts';

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (shift: number) => {
    const value = ((Number.parseInt(colour.slice(1), 16) >> shift) & 0xff) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function pairsOf(theme: CanvasTheme): [what: string, ink: string, ground: string][] {
  const pairs: [string, string, string][] = [];
  for (const [family, { fill, stripe, ink }] of Object.entries(theme.families)) {
    pairs.push([family, ink, fill]);
    if (stripe !== null) pairs.push([`stripe of ${family}`, ink, stripe]);
  }
  for (const colour of theme.ramp) {
    pairs.push([`heartbeat on ${colour}`, theme.families.heartbeat.ink, colour]);
  }
  for (const [tone, ink] of Object.entries(theme.toneInk)) {
    pairs.push(
      [`code in ${tone}`, ink, theme.ground],
      [`code in ${tone} on a node`, ink, theme.nodeRow],
    );
  }
  for (const tone of ['bugcheck', 'failure', 'decision', 'warning', 'good', 'neutral'] as const) {
    pairs.push([`pill ${tone}`, theme.pillInk[tone], theme.tones[tone]]);
  }
  for (const [what, ink] of [
    ['ticks', theme.tick],
    ['second ruler', theme.tickSecond],
    ['quiet text', theme.quiet],
    ['heartbeat text', theme.heartbeatInk],
    ['offset change', theme.offsetChange],
  ] as const) {
    pairs.push([what, ink, theme.ground]);
  }
  pairs.push(
    ['quiet text on the hatch', theme.quiet, theme.hatch[0]],
    ['quiet text on its lines', theme.quiet, theme.hatch[1]],
  );
  return pairs;
}

describe.each(['dark', 'light'] as const)('the %s theme', (name) => {
  test.each(pairsOf(canvasTheme(name)))('%s can be read', (_what, ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('marks and bars stand out from the ground', () => {
    const theme = canvasTheme(name);
    for (const tone of Object.values(theme.tones))
      expect(contrast(tone, theme.ground)).toBeGreaterThanOrEqual(3);
    for (const level of [1, 2] as const) {
      expect(contrast(theme.levels[level], theme.ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
