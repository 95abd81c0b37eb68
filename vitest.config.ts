import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute and more by themselves: begun last, one of them would leave the other worker idle. */
const slowest = [
  'rights/contents',
  'store/lock',
  'stories/obstacle',
  'stories/obstacle-race',
  'stories/prompt-morning',
  'tools/replay/spring',
  'stories/start',
  'store/durable',
  'jobs/open',
  'store/facts-past',
  'tools/demo/start',
  'features/obstacle/model',
];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = slowest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found === -1 ? slowest.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template.ts', 'test/support/seed.ts'],
    // Golden files are written where that is asked for, `UPDATE=1 npm test`: a missing one is a failure.
    update: process.env.UPDATE ? 'all' : 'none',
    pool: 'forks',
    sequence: { sequencer: SlowestFirst },
    // Two cores; each worker may hold an embedded PostgreSQL of 200 MB.
    maxWorkers: 2,
    testTimeout: process.env.CI ? 90_000 : 40_000,
    hookTimeout: process.env.CI ? 180_000 : 60_000,
    // Nothing is tried again but what drives a real browser, which says so itself (support/page.ts).
    retry: 0,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
