import type { KnownBlock } from '@slack/types';
import { milestoneName } from '../../../domain/milestone-name.js';
import { tripRuleOf } from '../../../domain/promotion/policy.js';
import { TRIP_CHOICES, type Trips } from '../../../domain/promotion/trips.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { StatedRow } from '../../../store/stated.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

const words = {
  ask: { zh: '这一项跑了几趟？不答也行', en: 'Trips for this one? Optional' },
  askOf: { zh: (step: string) => `${step}跑了几趟？不答也行`, en: (step: string) => `Trips for ${step}? Optional` },
  choices: { zh: ['不用跑', '1趟', '2趟以上'], en: ['None', 'One', 'Two or more'] },
  noted: { zh: ['已记：没有跑', '已记：跑1趟', '已记：跑2趟以上'], en: ['No trips', 'One trip', 'Two trips or more'] },
  notedOf: {
    zh: (step: string, noted: string) => `${step}${noted}`,
    en: (step: string, noted: string) => `${step}: ${noted}`,
  },
} as const satisfies Phrases;

/** What was answered, by the milestone's project and name. */
export type TripAnswers = ReadonlyMap<string, Trips>;

export const tripKey = (project: number, step: string): string => `${project} ${step}`;

/** The report that ends approvals asks once of each how often somebody went, in its answer. `answered`: what was pressed. */
export function tripBlocks(
  { language, program }: Pick<Ctx, 'language' | 'program'>,
  kept: readonly StatedRow[],
  cause: string,
  answered: TripAnswers,
): KnownBlock[] {
  const procedures = tripRuleOf(program)?.procedures ?? [];
  const say = inLanguage(words, language);
  // Of several projects each question names its own.
  const several = new Set(kept.map(({ projectId }) => projectId)).size > 1;
  return kept.flatMap(({ milestone: step, projectId: project, code, percent, before, stays }): KnownBlock[] => {
    if (step === null || !procedures.includes(step) || percent !== 100 || before === 100 || stays !== null) return [];
    const name = `${several ? `${code} ` : ''}${escapeText(milestoneName(step, language))}`;
    const trips = answered.get(tripKey(project, step));
    if (trips !== undefined)
      return [section(kept.length === 1 ? say.noted[trips] : say.notedOf(name, say.noted[trips]))];
    return [
      section(kept.length === 1 ? say.ask : say.askOf(name)),
      actions(
        ...TRIP_CHOICES.map((each) => button(ids.answer, { project, step, trips: each, cause }, say.choices[each])),
      ),
    ];
  });
}

/** The questions alone, below an answer that is said elsewhere; null: nothing ended an approval. */
export function tripQuestion(
  reader: Pick<Ctx, 'language' | 'program'>,
  kept: readonly StatedRow[],
  cause: string,
): Message | null {
  const blocks = tripBlocks(reader, kept, cause, new Map());
  return blocks.length === 0 ? null : { text: inLanguage(words, reader.language).ask, blocks };
}
