import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute and more by themselves: begun last, one of them would leave the other workers idle. */
const slowest = [
  'rights/contents',
  'store/lock',
  'stories/readme-walk',
  'chaos/rounds',
  'chaos/two-bots',
  'sandbox/page',
  'sandbox/page-forms',
  'stories/start',
  'tools/replay/spring',
  'stories/page-mechanisms',
  'tools/demo/start',
  'stories/page',
  'stories/prompt-morning',
  'stories/obstacle',
  'stories/review-morning',
  'domain/report-line.unseen',
  'store/durable',
  'stories/page-decisions',
  'stories/page-roles',
  'stories/firm-visit',
  'stories/obstacle-race',
  'jobs/open',
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
    // A process runs one file after another: nothing here is mocked and no module keeps what a file does, and what a process
    // begins with (reading modules, compiling PostgreSQL) is half of all work.
    isolate: false,
    // What a module became is kept for the next run, by its contents: .ci/run has three.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: SlowestFirst },
    // One more than two cores: a story waits for a quarter of its time, for Slack's rates above all. Each worker may hold an
    // embedded PostgreSQL of 200 MB.
    maxWorkers: 3,
    testTimeout: process.env.CI ? 90_000 : 40_000,
    hookTimeout: process.env.CI ? 180_000 : 60_000,
    // Nothing is tried again but what drives a real browser, which says so itself (support/page.ts).
    retry: 0,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
