/**
 * Where what arrives is written down at once: by a server, in a journal beside the embedded store (`owner`: the token of the lock
 * that its process holds), or, where that lives in memory, by the store itself.
 */
export type IntakeHome =
  | { readonly kind: 'server'; readonly databaseUrl: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly owner: string }
  | { readonly kind: 'memory' };
