export type Message = {
  readonly at: number;
  readonly what: 'posted' | 'edited' | 'deleted';
  readonly kind: 'public' | 'private' | 'direct';
  readonly onlyFor: string | null;
  readonly wake: string | null;
  readonly subject: string | null;
  readonly lines: readonly string[];
};

export type Facts = {
  readonly plan: object;
  readonly acts: readonly { readonly action: string; readonly at: number }[];
  readonly prompts: readonly object[];
  readonly messages: readonly Message[];
  readonly digests: readonly { readonly slot: string; readonly numbers: Readonly<Record<string, object>> }[];
};

export function readFacts(folder: string): Facts;
