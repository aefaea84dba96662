import type { DrawItem } from '../../src/timeline/draw-list.ts';
import type { CanvasTheme } from './theme.ts';

type Glyph = Extract<DrawItem, { type: 'glyph' }>;

/** A marker's shape with a rim in the ground's colour, so that it stands out on any bar; several at one place carry a dot. */
export function drawGlyph(
  item: Glyph,
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
): void {
  const { x, y } = item;
  if (item.selected) {
    context.strokeStyle = theme.accent;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.stroke();
  }
  context.beginPath();
  trace(item, context);
  context.closePath();
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.strokeStyle = theme.ground;
  context.stroke();
  context.fillStyle = theme.tones[item.tone];
  context.fill();
  if (item.count > 1) {
    context.beginPath();
    context.arc(x, y - (item.shape === 'triangle' ? 1 : 0), 1.5, 0, 2 * Math.PI);
    context.fillStyle = theme.ground;
    context.fill();
  }
}

function trace({ shape, x, y }: Glyph, context: CanvasRenderingContext2D): void {
  switch (shape) {
    case 'triangle':
      context.moveTo(x - 5, y - 4.5);
      context.lineTo(x + 5, y - 4.5);
      context.lineTo(x, y + 4.5);
      return;
    case 'diamond':
      context.moveTo(x, y - 6.5);
      context.lineTo(x + 5.5, y);
      context.lineTo(x, y + 6.5);
      context.lineTo(x - 5.5, y);
      return;
    case 'square':
      context.rect(x - 4, y - 4, 8, 8);
      return;
    case 'circle':
      context.arc(x, y, 4.5, 0, 2 * Math.PI);
      return;
  }
}
