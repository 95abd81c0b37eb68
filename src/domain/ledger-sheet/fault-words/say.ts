import type { Words } from '../../plan.js';

/** Why a cell is doubtful and what to write there. Short, as a clerk would say it. */
export type Said = { readonly why: Words; readonly instead: Words };

export const say = (zh: string, en: string, insteadZh: string, insteadEn: string): Said => ({
  why: { zh, en },
  instead: { zh: insteadZh, en: insteadEn },
});
