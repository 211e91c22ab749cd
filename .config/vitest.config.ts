import { defineConfig } from 'vitest/config';

/** Tests live in test/, which mirrors src/; benchmarks are not tests and run with `npm run bench`. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
