import type { Fault } from '../plan-error.js';
import type { WrittenPlan } from '../shape.js';
import { checkGoals } from './goals.js';
import { namesOf, type Report } from './known.js';
import { checkChannels, checkPeople, checkUnits } from './people.js';
import { checkFactors, checkLadder, checkProgram } from './program.js';
import { checkProjects } from './projects.js';
import { checkPromotion } from './promotion.js';
import { checkReviews } from './reviews.js';

/** Everything that the shape cannot see: keys that point nowhere, twins, days in the wrong order, two commanders. */
export function checkPlan(plan: WrittenPlan): readonly Fault[] {
  const found: Fault[] = [];
  const report: Report = (path, wrong, instead) => void found.push({ path, wrong, instead });
  const known = namesOf(plan, report);
  checkProgram(plan, report);
  checkUnits(plan, known, report);
  checkPeople(plan, known, report);
  checkChannels(plan, known, report);
  checkGoals(plan, known, report);
  checkFactors(plan, known, report);
  checkPromotion(plan, known, report);
  checkLadder(plan, known, report);
  checkProjects(plan, known, report);
  checkReviews(plan, known, report);
  return found;
}
