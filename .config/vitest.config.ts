import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests live in test/, which mirrors src/; benchmarks are not tests and run with `npm run bench`. */
const root = fileURLToPath(new URL('..', import.meta.url));
/** These run the built program; the others need no build. */
const program = ['test/{commands,tui}/program/**/*.test.ts'];

export default defineConfig({
  test: {
    root,
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        test: { name: 'rooms', root, include: ['test/**/*.test.ts'], exclude: program, testTimeout: 20_000 },
      },
      {
        test: {
          name: 'program',
          root,
          include: program,
          globalSetup: fileURLToPath(new URL('build-once.ts', import.meta.url)),
          testTimeout: 60_000,
        },
      },
    ],
  },
});
