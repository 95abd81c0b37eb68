import type { Path } from '../plan-error.js';
import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, ordered, type Report } from './known.js';

export function checkProjects(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, project] of plan.projects.entries()) {
    const at = (...rest: Path): Path => ['projects', index, ...rest];
    mustExist(known, 'category', project.category, at('category'), report);
    mustExist(known, 'focusArea', project.focusArea, at('focusArea'), report);
    mustExist(known, 'unit', project.unit, at('unit'), report);
    mustExist(known, 'person', project.owner, at('owner'), report);
    mustExist(known, 'person', project.sponsor, at('sponsor'), report);
    mustExist(known, 'site', project.site, at('site'), report);
    ordered(project.start, project.end, at('end'), report);
    const names = new Set<string>();
    for (const [place, milestone] of project.milestones.entries()) {
      mustExist(known, 'person', milestone.owner, at('milestones', place, 'owner'), report);
      if (names.has(milestone.name)) {
        report(
          at('milestones', place, 'name'),
          { zh: `同一项目有两个“${milestone.name}”节点`, en: `the project has two milestones "${milestone.name}"` },
          { zh: '给其中一个换名', en: 'Rename one of the two' },
        );
      }
      names.add(milestone.name);
    }
  }
}
