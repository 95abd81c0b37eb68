/** Tops of the whole plan in Chinese, of neighbouring evenings compared without dates and numbers; those of too many rows. */
export function compareTops(messages: readonly unknown[]): {
  readonly evenings: number;
  readonly alike: readonly string[];
  readonly tall: readonly string[];
};
