import type { NamedProject } from '../../store/projects.js';

/** What of a line could be made out, as far as this person may know of it. */
export type MadeOut = {
  readonly project: NamedProject | null;
  readonly milestone: { readonly id: number; readonly name: string } | null;
  /** 0-100. */
  readonly percent: number | null;
};
