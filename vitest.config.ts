import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template.ts'],
    pool: 'forks',
    // Two cores; each worker may hold an embedded PostgreSQL of 200 MB.
    maxWorkers: 2,
    testTimeout: process.env.CI ? 90_000 : 40_000,
    hookTimeout: process.env.CI ? 180_000 : 60_000,
    // Real browsers, processes that are killed, real time: on a noisy machine one of a thousand may stumble once.
    retry: process.env.CI ? 2 : 0,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
