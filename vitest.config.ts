import { defineConfig } from 'vitest/config';

/** Tests that replace modules, or want them as no other test has left them. */
const alone = 'test/**/*.alone.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'test/temporaryFolder.ts',
    maxWorkers: 2,
    projects: [
      // Loading the language takes longer than most tests of it, so files share what they load.
      {
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [alone],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'alone', include: [alone], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', 'src/cli/main.ts'],
      thresholds: { lines: 90 },
    },
  },
});
