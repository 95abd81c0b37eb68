import type { KnownBlock } from '@slack/types';
import type { Step } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS, OBSTACLE_KINDS } from '../../../domain/plan.js';
import { menus } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Seen } from '../model.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where it is another matter or kind after all. */
export const words = {
  sorted: { zh: (what: string) => `已改为${what}。`, en: (what: string) => `It is ${what} now.` },
  sortedBy: {
    zh: (who: string, what: string) => `${who}改为${what}`,
    en: (who: string, what: string) => `${who} says that it is ${what}`,
  },
  begins: { zh: (rung: string) => `先到${rung}`, en: (rung: string) => `first to the ${rung}` },
  matter: { zh: '改事项', en: 'Another matter' },
  kind: { zh: '改类别', en: 'Another kind' },
} as const satisfies Phrases;

/** Two menus which show what it was taken for: a press on another option changes it. */
export function sortMenus(
  { obstacle: { id, matter, state } }: Seen,
  language: Language,
  where: { readonly card?: true } = {},
): KnownBlock {
  const say = inLanguage(words, language);
  const at = { id, version: state.version, ...where };
  return menus(
    ids.sort,
    {
      placeholder: say.matter,
      chosen: matter,
      options: MATTERS.map((each) => ({
        key: each,
        label: MATTER_LABELS[each][language],
        value: { ...at, matter: each },
      })),
    },
    {
      placeholder: say.kind,
      chosen: state.kind,
      options: OBSTACLE_KINDS.map((each) => ({
        key: each,
        label: KIND_LABELS[each][language],
        value: { ...at, kind: each },
      })),
    },
  );
}

export const sorted = (phrases: PhrasesOf): string =>
  inLanguage(words, phrases.language).sorted(`${phrases.kind} · ${phrases.matter}`);

export function sortedStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'sorted' }>): string {
  const { language, stop, comma } = phrases;
  const say = inLanguage(words, language);
  const said = say.sortedBy(by, `${KIND_LABELS[step.obstacle][language]} · ${MATTER_LABELS[step.matter][language]}`);
  if (step.rung === undefined) return said;
  const begins = say.begins(phrases.rungWith(step.rung, step.toUnitId ?? null));
  return [`${said}${comma}${begins}`, phrases.skipped(step.skipped ?? [])].filter(Boolean).join(stop);
}
