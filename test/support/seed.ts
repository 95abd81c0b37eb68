import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of all properties of this run; see properties.ts. */
    seed: number;
  }
}

/** Chooses the run's seed and says it: a failure on another machine can be had again. */
export default function chooseSeed(project: TestProject): void {
  const seed = randomInt(2 ** 31 - 1);
  console.log(
    `Properties: ${process.env.GONGJIAN_SEED ? 'GONGJIAN_SEED' : 'seed'} ${process.env.GONGJIAN_SEED ?? seed}`,
  );
  project.provide('seed', seed);
}
