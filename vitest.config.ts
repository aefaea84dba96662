import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __HEARTLINE_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['{src,app,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reportsDirectory: 'reports/coverage',
    },
  },
});
