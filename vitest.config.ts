import { defineConfig } from 'vitest/config';

const runs = (
  name: string,
  include: string[],
  options: { testTimeout: number; fileParallelism: boolean; setupFiles?: string[] },
) => ({
  test: {
    name,
    include,
    hookTimeout: options.testTimeout,
    expect: { poll: { timeout: 15_000 } },
    ...options,
    setupFiles: ['tests/support/seed-properties.ts', ...(options.setupFiles ?? [])],
  },
});

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

export default defineConfig({
  test: {
    pool: 'forks',
    // Tests of the window and of the terminal wait as much as they compute, also where there are two cores.
    maxWorkers: 3,
    projects: [
      runs('unit', ['tests/unit/**/*.test.{ts,tsx}'], { testTimeout: 120_000, fileParallelism: true }),
      runs('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 120_000, fileParallelism: true }),
      runs('storage', ['tests/storage/**/*.test.ts'], { testTimeout: 180_000, fileParallelism: true }),
      runs('e2e', ['tests/e2e/**/*.test.ts'], {
        testTimeout: 180_000,
        // On a display that a person looks at two windows would fight for the focus.
        fileParallelism: !hasDisplay,
        setupFiles: ['tests/support/own-display.ts'],
      }),
    ],
  },
});
