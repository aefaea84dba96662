import type { EdgeBasis } from '../model/incident.ts';
import type { VisibleBar } from './culling.ts';
import type { DensityBars } from './density-bars.ts';
import type { MarkerShape, MarkerTone } from './marker-code.ts';
import type { StateFamily } from './state-family.ts';

export type FontName = 'label' | 'code';

/** Width of a text in CSS pixels. */
export type MeasureText = (text: string, font: FontName) => number;

/** How an edge of a bar is drawn; `cut`: it lies outside the view. */
export type EdgeStyle = EdgeBasis | 'cut';

/** Ink of a text: on a bar of a family, or on the ground in a tone. */
export type Ink =
  | { readonly on: StateFamily }
  | { readonly tone: MarkerTone | 'heartbeat' | 'quiet' };

/**
 * One thing to paint, in CSS pixels: x from the left edge of the plot, y from the top of the painted area. Colours, patterns and fonts
 * are the painter's. A list is painted in order.
 */
export type DrawItem =
  | {
      readonly type: 'row';
      readonly y: number;
      readonly height: number;
      readonly look: 'node' | 'lane';
    }
  | { readonly type: 'grid'; readonly x: number; readonly isDate: boolean }
  | { readonly type: 'offset-change'; readonly x: number }
  | {
      readonly type: 'bar';
      readonly x: number;
      readonly width: number;
      readonly y: number;
      readonly height: number;
      readonly family: StateFamily;
      readonly startEdge: EdgeStyle;
      readonly endEdge: EdgeStyle;
      readonly provisional: boolean;
      readonly selected: boolean;
      /** Where the whole bar begins, also outside the view: patterns hang on it, so that they move with the bar. */
      readonly originX: number;
      /** Where the whole bar ends: the ramp of a missed heartbeat reaches from origin to here. */
      readonly farX: number;
      /** How many intervals are drawn as this one bar because each is too short. */
      readonly count: number;
    }
  /** The bars of one band that are too narrow for a shape or a word of their own: plain columns of their family's paint. */
  | {
      readonly type: 'strip';
      readonly y: number;
      readonly height: number;
      readonly bars: readonly VisibleBar[];
    }
  | { readonly type: 'bar-tick'; readonly x: number; readonly y: number; readonly height: number }
  | {
      readonly type: 'gap';
      readonly x: number;
      readonly width: number;
      readonly y: number;
      readonly height: number;
      readonly originX: number;
    }
  | {
      readonly type: 'density';
      readonly y: number;
      readonly height: number;
      readonly bars: DensityBars;
      /** Left edge of bar 0 and the distance from one bar to the next. */
      readonly x: number;
      readonly pitch: number;
      readonly provisional: boolean;
    }
  /** Where a search has found records: ticks at the foot of a lane. `xs` ascends in runs. */
  | {
      readonly type: 'matches';
      readonly y: number;
      readonly height: number;
      readonly xs: readonly number[];
    }
  | {
      readonly type: 'glyph';
      readonly shape: Exclude<MarkerShape, 'flag'>;
      readonly tone: MarkerTone;
      readonly x: number;
      readonly y: number;
      readonly count: number;
      readonly selected: boolean;
    }
  | {
      readonly type: 'rule';
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly tone: MarkerTone;
    }
  | {
      readonly type: 'pill';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly text: string;
      readonly tone: MarkerTone;
      readonly selected: boolean;
    }
  | {
      readonly type: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: FontName;
      readonly ink: Ink;
    };
