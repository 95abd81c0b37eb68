import type { Path } from '../plan-error.js';
import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, type Report } from './known.js';

export function checkGoals(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, goal] of plan.goals.entries()) {
    const at = (...rest: Path): Path => ['goals', index, ...rest];
    mustExist(known, 'focusArea', goal.focusArea, at('focusArea'), report);
    if (goal.rule.by !== 'recorded') {
      for (const [place, key] of goal.rule.categories.entries()) {
        mustExist(known, 'category', key, at('rule', 'categories', place), report);
      }
    }
    const measures = MEASURES_OF[goal.rule.by];
    if (!measures.includes(goal.measure)) {
      report(
        at('measure'),
        {
          zh: `“${goal.rule.by}”规则不能用 ${goal.measure} 计量`,
          en: `the rule "${goal.rule.by}" cannot be measured in ${goal.measure}`,
        },
        { zh: `可以用：${measures.join('、')}`, en: `Use one of: ${measures.join(', ')}` },
      );
    }
    if (goal.measure === 'share' && goal.target !== 100) {
      report(
        at('target'),
        { zh: '比率的目标是 100', en: 'the target of a share is 100' },
        { zh: '写 100，在关口里写百分比', en: 'Write 100 and put percents into the gates' },
      );
    }
    for (const [place, gate] of goal.gates.entries()) {
      if (gate.on < plan.from || gate.on > plan.to) {
        report(
          at('gates', place, 'on'),
          { zh: `关口 ${gate.on} 不在计划年度内`, en: `the gate ${gate.on} lies outside of the program` },
          { zh: `写 ${plan.from} 到 ${plan.to} 之间的日期`, en: `Write a day from ${plan.from} to ${plan.to}` },
        );
      }
      if (gate.value > goal.target) {
        report(
          at('gates', place, 'value'),
          { zh: '关口高于目标', en: 'the gate is above the target' },
          { zh: `不大于 ${goal.target}`, en: `${goal.target} or less` },
        );
      }
      const before = goal.gates[place - 1];
      if (before !== undefined && (gate.on <= before.on || gate.value < before.value)) {
        report(
          at('gates', place),
          { zh: '关口没有按日期和数值递增', en: 'gates do not rise in day and value' },
          { zh: '按日期排列，后一个不低于前一个', en: 'Order them by day, none below the one before' },
        );
      }
    }
  }
}

const MEASURES_OF: Readonly<Record<WrittenPlan['goals'][number]['rule']['by'], readonly string[]>> = {
  stage: ['projects', 'share'],
  light: ['projects', 'share'],
  investment: ['projects', 'share'],
  figures: ['10k-yuan'],
  recorded: ['10k-yuan', '10k-dollars', 'activities'],
};
