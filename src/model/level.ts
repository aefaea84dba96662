/** Severity as the vendor means it, worst first; a smaller number is worse. Stored in one byte a record. */
export const Level = { Critical: 1, Error: 2, Warning: 3, Info: 4, Debug: 5 } as const;
export type Level = (typeof Level)[keyof typeof Level];

export type LevelName = 'critical' | 'error' | 'warning' | 'info' | 'debug';

export const LEVEL_NAMES: Readonly<Record<Level, LevelName>> = {
  1: 'critical',
  2: 'error',
  3: 'warning',
  4: 'info',
  5: 'debug',
};
