import type { KnownBlock } from '@slack/types';
import { milestoneName } from '../../../domain/milestone-name.js';
import { tripRuleOf } from '../../../domain/promotion/policy.js';
import { TRIP_CHOICES, type Trips } from '../../../domain/promotion/trips.js';
import type { Ctx } from '../../../feature.js';
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
} as const satisfies Phrases;

/** The report that ends an approval asks once how often somebody went, in its answer. `answered`: what was pressed. */
export function tripBlocks(
  { language, program }: Pick<Ctx, 'language' | 'program'>,
  kept: readonly StatedRow[],
  cause: string,
  answered: Trips | null,
): KnownBlock[] {
  const procedures = tripRuleOf(program)?.procedures ?? [];
  const ended = kept.find(
    ({ milestone, percent, before, stays }) =>
      milestone !== null && procedures.includes(milestone) && percent === 100 && before !== 100 && stays === null,
  );
  if (ended === undefined || ended.milestone === null) return [];
  const say = inLanguage(words, language);
  if (answered !== null) return [section(say.noted[answered])];
  const { milestone: step, projectId: project } = ended;
  const asked = kept.length === 1 ? say.ask : say.askOf(escapeText(milestoneName(step, language)));
  return [
    section(asked),
    actions(...TRIP_CHOICES.map((trips) => button(ids.answer, { project, step, trips, cause }, say.choices[trips]))),
  ];
}
