import type { GoalSource } from '../../domain/plan.js';
import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, type Report } from './known.js';

const MEASURE_OF: Readonly<Record<GoalSource, WrittenPlan['goals'][number]['measure']>> = {
  activities: 'activities',
  funds: '10k-yuan',
  'foreign-capital': '10k-dollars',
};

/** The offices of promotion exist, a goal is counted in what it computes itself from, and only where promotion is in use. */
export function checkPromotion(plan: WrittenPlan, known: Known, report: Report): void {
  const { office, finance, project } = plan.mechanisms.promotion;
  const at = ['mechanisms', 'promotion', 'project'];
  mustExist(known, 'category', project?.category ?? null, [...at, 'category'], report);
  mustExist(known, 'focusArea', project?.focusArea ?? null, [...at, 'focusArea'], report);
  mustExist(known, 'unit', office ?? null, ['mechanisms', 'promotion', 'office'], report);
  mustExist(known, 'unit', finance ?? null, ['mechanisms', 'promotion', 'finance'], report);
  if (finance !== undefined && finance === office)
    report(
      ['mechanisms', 'promotion', 'finance'],
      { zh: '登记和核对不能是同一个单位', en: 'who enters money and who confirms it are one unit' },
      { zh: '写另一个单位，或删掉 finance', en: 'Name another unit or delete finance' },
    );
  for (const [index, { rule, measure }] of plan.goals.entries()) {
    if (rule.by !== 'recorded' || rule.from === undefined) continue;
    const path = ['goals', index, 'rule', 'from'];
    if (office === undefined)
      report(
        path,
        { zh: '没有写明双招双引由哪个单位登记', en: 'no office of promotion is named, so nothing is kept' },
        { zh: '写 mechanisms.promotion.office，或删掉 from', en: 'Name mechanisms.promotion.office or delete from' },
      );
    if (MEASURE_OF[rule.from] !== measure)
      report(
        path,
        { zh: `${rule.from} 不能用 ${measure} 计量`, en: `${rule.from} cannot be counted in ${measure}` },
        { zh: `measure 写 ${MEASURE_OF[rule.from]}`, en: `Make the measure ${MEASURE_OF[rule.from]}` },
      );
  }
}
