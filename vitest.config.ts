import { defineConfig } from 'vitest/config';

const runs = (name: string, include: string[], options: { testTimeout: number; fileParallelism: boolean }) => ({
  test: { name, include, hookTimeout: options.testTimeout, expect: { poll: { timeout: 15_000 } }, ...options },
});

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      runs('unit', ['tests/unit/**/*.test.{ts,tsx}'], { testTimeout: 60_000, fileParallelism: true }),
      runs('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 120_000, fileParallelism: true }),
      runs('storage', ['tests/storage/**/*.test.ts'], { testTimeout: 180_000, fileParallelism: true }),
      // One window at a time: two would fight for the two cores and for the focus.
      runs('e2e', ['tests/e2e/**/*.test.ts'], { testTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
