import type { LocalDay } from '../../domain/day.js';
import type { FactorAmount } from '../../domain/factor-amount.js';
import { factorIn } from '../../domain/factor-need.js';
import type { PlanFactor } from '../../domain/plan.js';
import { findDays } from '../../domain/report-line/spoken-day.js';
import type { NamedProject } from '../../store/projects.js';
import type { FactorFault } from './model.js';

type Known = {
  readonly factors: readonly PlanFactor[];
  readonly projects: readonly Pick<NamedProject, 'id' | 'code' | 'nicknames'>[];
  readonly today: LocalDay;
};

/** What somebody typed behind `/factor`. */
export type FactorLineRead =
  | { readonly kind: 'overview' }
  | { readonly kind: 'project'; readonly project: number }
  | { readonly kind: 'pool'; readonly factor: string; readonly part: string | null }
  /** 试算 */
  | { readonly kind: 'what-if'; readonly factor: string; readonly part: string | null }
  | {
      readonly kind: 'batch';
      readonly factor: string;
      readonly part: string | null;
      readonly amount: FactorAmount;
      readonly from: LocalDay;
    }
  | {
      readonly kind: 'ask';
      readonly project: number;
      readonly factor: string;
      readonly part: string | null;
      readonly amount: FactorAmount | null;
      readonly neededBy: LocalDay | null;
      readonly divisible: boolean;
    }
  | { readonly kind: 'fault'; readonly fault: FactorFault };

const CODE = /(?<![a-z0-9])[a-z]{1,4}-\d{1,4}(?![\d-])/gi;
const WHAT_IF = /试算|如果|what if/i;
const DIVISIBLE = /(?<!不)可(?:以)?(?:拆分|分批)|(?<!in|not )divisible|in parts/i;

/**
 * Reads `P-003 土地 32亩 6月20日前` (a request), `土地 120亩 7月1日起` (a batch), `土地` and `P-003` (what there is to see). An
 * amount that is not said is asked for, never guessed.
 */
export function readFactorLine(typed: string, { factors, projects, today }: Known): FactorLineRead {
  const line = typed.normalize('NFKC').trim();
  if (/^(?:list|列表|清单)?$/i.test(line)) return { kind: 'overview' };
  const fault = (of: FactorFault): FactorLineRead => ({ kind: 'fault', fault: of });
  const code = line.match(CODE)?.[0]?.toUpperCase();
  const project =
    projects.find((each) => each.code.toUpperCase() === code) ??
    (code === undefined
      ? projects.find(({ nicknames }) => nicknames.some(({ text }) => line.includes(text)))
      : undefined);
  if (code !== undefined && project === undefined) return fault({ what: 'project', typed: code });
  const rest = line.replace(CODE, ' ');
  const said = factorIn(rest, factors);
  if (said === null)
    return project !== undefined && rest.trim() === ''
      ? { kind: 'project', project: project.id }
      : fault({ what: 'factor' });
  const { part, amount, unclear } = said;
  if (unclear) return fault({ what: 'amount' });
  const days = findDays(rest.toLowerCase(), today);
  if (days.length > 1) return fault({ what: 'days' });
  const day = days.length === 0 ? null : (days[0]?.coming ?? days[0]?.past ?? null);
  if (days.length === 1 && day === null) return fault({ what: 'days' });
  const pool = { factor: said.factor.key, part };
  if (project !== undefined) {
    if (day !== null && day < today) return fault({ what: 'past' });
    return { kind: 'ask', project: project.id, ...pool, amount, neededBy: day, divisible: DIVISIBLE.test(rest) };
  }
  if (amount === null && WHAT_IF.test(rest)) return { kind: 'what-if', ...pool };
  return amount === null ? { kind: 'pool', ...pool } : { kind: 'batch', ...pool, amount, from: day ?? today };
}
