import { addDays, monthEnd } from '../../../domain/day.js';
import { nextMonth } from '../../../domain/promotion/duty.js';
import { previousWorkday } from '../../../domain/workday.js';
import { share } from '../../demo/chance.js';
import type { Submitted } from '../../demo/submitted.js';
import type { Happening } from '../happening.js';
import { momentAt } from './moment.js';
import type { Setting } from './script.js';

/** A report that ends a milestone, with the minute in which it is told. */
export type Ended = { readonly at: string; readonly who: string; readonly code: string; readonly milestone: string };

/** What ends a milestone, by a line of its owner's or by the morning's 完成. */
export function endedBy(said: readonly Submitted[], answers: readonly Happening[]): readonly Ended[] {
  const lines = said.flatMap(({ step, person, minute }): Ended[] =>
    step.milestone === null || step.percent !== 100
      ? []
      : [{ at: momentAt(step.on, minute + 3), who: person.key, code: step.code, milestone: step.milestone }],
  );
  const pressed = answers.flatMap((each): Ended[] => {
    if (!('answer' in each) || each.with !== '完成') return [];
    const [milestone = '', code = ''] = each.answer.split(' · ');
    return [{ at: each.at, who: each.who, code, milestone }];
  });
  return [...lines, ...pressed];
}

const ANSWERS = ['不用跑', '1趟', '2趟以上'] as const;

/** How often somebody went: pressed in the answer to the report that ends an approval; some leave it open. */
export function tripsOf(ended: readonly Ended[], { plan, seed, calendar }: Setting): Happening[] {
  const { trips } = plan.mechanisms;
  if (trips === undefined) return [];
  const pressed = ended.flatMap(({ at, who, code, milestone }): Happening[] => {
    const words = [seed, code, milestone, 'trips'] as const;
    if (!trips.procedures.includes(milestone) || share(...words, 'open') < 0.12) return [];
    // Land costs more ways than anything else.
    const [none, one] = milestone === '用地' ? [0.3, 0.65] : [0.6, 0.88];
    const luck = share(...words);
    const label = luck < none ? ANSWERS[0] : luck < one ? ANSWERS[1] : ANSWERS[2];
    return [{ at, who, press: label, beside: '跑了几趟', perhaps: true }];
  });
  const coordinator = plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key;
  if (coordinator === undefined) return pressed;
  const looks: Happening[] = [];
  let turn = 0;
  for (let month = plan.from; month <= plan.to; month = nextMonth(month)) {
    const day = previousWorkday(addDays(monthEnd(month), 1), calendar);
    turn += 1;
    looks.push(
      { at: `${day} 16:40`, who: coordinator, command: '/gongjian 跑一次', sees: '跑' },
      { at: `${day} 16:41`, who: coordinator, home: true },
      {
        at: `${day} 16:42`,
        who: coordinator,
        press: turn % 2 === 0 ? '提紧箍咒' : '这次不提',
        beside: '跑了2趟以上',
        perhaps: true,
      },
    );
  }
  return [...pressed, ...looks];
}
