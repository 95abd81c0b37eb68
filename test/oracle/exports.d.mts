import type { Facts } from './facts.mjs';

export function checkExports(
  folder: string,
  facts: Facts,
): Promise<{
  readonly workbooks: number;
  readonly numbers: number;
  readonly days: number;
  readonly differ: readonly string[];
}>;
