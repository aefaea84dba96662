import type { MarkerTone } from '../../src/timeline/marker-code.ts';
import type { StateFamily } from '../../src/timeline/state-family.ts';

/** How a family's bar is filled: plain, with stripes of a second colour, or with a hatch that says "not known". */
export interface FamilyPaint {
  readonly fill: string;
  /** Second colour of the stripes; null for a plain bar. */
  readonly stripe: string | null;
  readonly ink: string;
}

/** Colours of the canvas. Every ink reaches 4.5:1 on all colours that it is written on (a test holds it to that). */
export interface CanvasTheme {
  readonly ground: string;
  readonly nodeRow: string;
  readonly rule: string;
  readonly grid: string;
  readonly gridDate: string;
  readonly offsetChange: string;
  readonly tick: string;
  readonly tickSecond: string;
  readonly quiet: string;
  readonly accent: string;
  readonly hatch: readonly [ground: string, line: string];
  readonly families: Readonly<Record<StateFamily, FamilyPaint>>;
  /** Pale to red, as the beats run out. */
  readonly ramp: readonly [start: string, half: string, full: string];
  readonly rampTick: string;
  readonly heartbeatInk: string;
  readonly tones: Readonly<Record<MarkerTone, string>>;
  readonly toneInk: Readonly<Record<MarkerTone, string>>;
  /** On `tones`, in pills. */
  readonly pillInk: Readonly<Record<MarkerTone, string>>;
  /** Bars of density by Level number, 1 to 5. */
  readonly levels: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>;
  readonly provisional: string;
  /** What a search has found. */
  readonly match: string;
}

const WHITE = '#ffffff';

export const DARK_CANVAS: CanvasTheme = {
  ground: '#0d1117',
  nodeRow: '#141c28',
  rule: '#18212d',
  grid: '#1a2330',
  gridDate: '#2b394c',
  offsetChange: '#f0c266',
  tick: '#dde5ef',
  tickSecond: '#8c99ab',
  quiet: '#8c99ab',
  accent: '#5aa9ff',
  hatch: ['#10161f', '#263142'],
  families: {
    online: { fill: '#1f7a5a', stripe: null, ink: WHITE },
    pending: { fill: '#6d5217', stripe: '#8a6a22', ink: WHITE },
    offline: { fill: '#455265', stripe: null, ink: WHITE },
    failed: { fill: '#cc3f3b', stripe: null, ink: WHITE },
    terminating: { fill: '#b25417', stripe: null, ink: WHITE },
    up: { fill: '#1d4a3d', stripe: null, ink: '#e2f4ec' },
    stopped: { fill: '#3b4454', stripe: null, ink: WHITE },
    dark: { fill: '#5b1d49', stripe: null, ink: '#ffe3f6' },
    booting: { fill: '#33405a', stripe: '#3d4d6c', ink: WHITE },
    joining: { fill: '#1f4c66', stripe: '#285d7c', ink: WHITE },
    isolated: { fill: '#7a4a12', stripe: null, ink: WHITE },
    quarantined: { fill: '#5a3a86', stripe: null, ink: WHITE },
    unknown: { fill: '#10161f', stripe: '#263142', ink: '#b7c3d2' },
    'no-coverage': { fill: '#10161f', stripe: '#263142', ink: '#8c99ab' },
    heartbeat: { fill: '#e8b93f', stripe: null, ink: '#221a02' },
    deadlock: { fill: '#44305a', stripe: null, ink: '#f1e6ff' },
    deadline: { fill: '#33405a', stripe: null, ink: '#e6edf7' },
  },
  ramp: ['#cfc49c', '#e8b93f', '#e0524d'],
  rampTick: 'rgb(43 31 0 / 75%)',
  heartbeatInk: '#f3cf7a',
  tones: {
    bugcheck: '#e64fb5',
    failure: '#e0524d',
    decision: '#b072f0',
    warning: '#e0a63a',
    good: '#2ea07a',
    neutral: '#5aa9ff',
  },
  toneInk: {
    bugcheck: '#f0a8dc',
    failure: '#ff9b96',
    decision: '#cda6f7',
    warning: '#f0c266',
    good: '#6bd0b0',
    neutral: '#9cc9ff',
  },
  pillInk: {
    bugcheck: '#1f0418',
    failure: '#1d0302',
    decision: '#150325',
    warning: '#1f1400',
    good: '#02150e',
    neutral: '#02101f',
  },
  levels: { 1: '#ff5fa2', 2: '#e0524d', 3: '#d9a33c', 4: '#3d5069', 5: '#2b3a4f' },
  provisional: '#f0c266',
  match: '#3fd0e0',
};

export const LIGHT_CANVAS: CanvasTheme = {
  ground: '#f7f9fb',
  nodeRow: '#eaeff5',
  rule: '#e4e9ef',
  grid: '#e6ebf1',
  gridDate: '#c3cdd8',
  offsetChange: '#8a5300',
  tick: '#17202b',
  tickSecond: '#586678',
  quiet: '#526072',
  accent: '#1f6feb',
  hatch: ['#f1f4f8', '#d5dde6'],
  families: {
    online: { fill: '#217d5c', stripe: null, ink: WHITE },
    pending: { fill: '#f0c96a', stripe: '#e2b44c', ink: '#2b1f00' },
    offline: { fill: '#a9b7c6', stripe: null, ink: '#17202b' },
    failed: { fill: '#c93a35', stripe: null, ink: WHITE },
    terminating: { fill: '#b8540f', stripe: null, ink: WHITE },
    up: { fill: '#bfe0d2', stripe: null, ink: '#123f2f' },
    stopped: { fill: '#c3ccd7', stripe: null, ink: '#17202b' },
    dark: { fill: '#8c2a72', stripe: null, ink: WHITE },
    booting: { fill: '#d3dcea', stripe: '#c2cee0', ink: '#1d2b40' },
    joining: { fill: '#c4e0ef', stripe: '#afd3e6', ink: '#0d3347' },
    isolated: { fill: '#f3cfa2', stripe: null, ink: '#43260a' },
    quarantined: { fill: '#6f45a6', stripe: null, ink: WHITE },
    unknown: { fill: '#f1f4f8', stripe: '#d5dde6', ink: '#3c4a5b' },
    'no-coverage': { fill: '#f1f4f8', stripe: '#d5dde6', ink: '#4b5a6c' },
    heartbeat: { fill: '#eab530', stripe: null, ink: '#2b1f00' },
    deadlock: { fill: '#e2d5f3', stripe: null, ink: '#37195c' },
    deadline: { fill: '#d5deee', stripe: null, ink: '#1d2b40' },
  },
  ramp: ['#f6ecca', '#eab530', '#e0665f'],
  rampTick: 'rgb(75 50 0 / 75%)',
  heartbeatInk: '#9a3410',
  tones: {
    bugcheck: '#c2268f',
    failure: '#c93a35',
    decision: '#7b3fd1',
    warning: '#b9770e',
    good: '#217d5c',
    neutral: '#1f6feb',
  },
  toneInk: {
    bugcheck: '#a3155f',
    failure: '#b3261e',
    decision: '#6d2fc0',
    warning: '#8a5300',
    good: '#17694c',
    neutral: '#0b4fc4',
  },
  pillInk: {
    bugcheck: WHITE,
    failure: WHITE,
    decision: WHITE,
    warning: '#1a1000',
    good: WHITE,
    neutral: WHITE,
  },
  levels: { 1: '#b0125f', 2: '#d1453f', 3: '#d39b22', 4: '#b4c1cf', 5: '#cfd8e2' },
  provisional: '#8a5300',
  match: '#00707f',
};

export function canvasTheme(theme: 'dark' | 'light'): CanvasTheme {
  return theme === 'dark' ? DARK_CANVAS : LIGHT_CANVAS;
}
