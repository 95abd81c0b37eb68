import type { Ctx } from '../../../src/feature.js';
import type { MovedTo } from '../../../src/features/obstacle/model.js';
import { FORM_VERBS, PRESS_VERBS } from '../../../src/features/obstacle/verbs.js';

const VERBS = { ...FORM_VERBS, ...PRESS_VERBS };
type Name = keyof typeof VERBS;

/** Anything that may be done with a case, as data. */
export type Act = { [K in Name]: { readonly do: K } & Given<Parameters<(typeof VERBS)[K]['run']>[2]> }[Name];
type Given<G> = G extends object ? G : unknown;

/** Does it. `version` null: whatever happened since. */
export const act = (ctx: Ctx, id: number, version: number | null, { do: name, ...given }: Act): Promise<MovedTo> =>
  VERBS[name].run(ctx, { id, version }, given as never);
