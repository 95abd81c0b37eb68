import { cleanLine } from '../../domain/report-line/clean-line.js';
import { findAmounts } from '../../domain/report-line/spoken-amount.js';
import type { AskLine } from '../../domain/report-line.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { milestonesToReport } from './report-by-form.js';

const MOST = 4;

/**
 * A question about a percent with something to press where the line gave nothing: the next steps above what was reported last.
 * A number that the line itself names is none of them: it says that it is not the answer (`已封顶55根`).
 */
export async function withOffers(ctx: Ctx, names: Names, ask: AskLine): Promise<AskLine> {
  const { project: code, milestone: name, text } = ask.partial;
  const project = code === null ? undefined : names.byCode.get(code);
  if (ask.about === 'amount' && ask.candidates.length === 0 && project) return withSum(ctx, project.id, ask);
  if (ask.about !== 'percent' || ask.candidates.length > 0 || !project || name === null) return ask;
  const last = (await milestonesToReport(ctx, project.id)).find((milestone) => milestone.name === name);
  if (!last) return ask;
  return { ...ask, candidates: offered(last.percent, text).map(String) };
}

const ADDED =
  /本月|当月|这个?月|月内|本周|这个?周|今[天日]|昨[天日]|新增|又|再|\bthis (?:month|week)|\banother\b|\bmore\b/i;
const NOT_YET_OR_BEFORE = /计划|拟|还[需差要]|剩|去年|上年|预计|争取|目标|\bplan|\bneed|\bleft\b|\blast year/i;

/** `本月完成300万` is no amount of the year, but what it makes together with the last one is; `计划完成300万` is no part of it. */
async function withSum(ctx: Ctx, projectId: number, ask: AskLine): Promise<AskLine> {
  const [amount, ...others] = findAmounts(cleanLine(ask.partial.text).plain);
  if (!ADDED.test(ask.partial.text) || NOT_YET_OR_BEFORE.test(ask.partial.text)) return ask;
  const last = await ctx.store.reports.investedBy(ctx.program.id, projectId);
  if (!amount?.wan || others.length > 0 || last === null) return ask;
  return { ...ask, candidates: [String(Math.round((last + amount.wan) * 100) / 100)] };
}

/** 还差20% is 80% done. */
const REST = /(?:差|剩余?|余)下?\s*(\d{1,2})\s*%/;

/** Percents above `last`, none that `text` names; the end is none of them where it says that it is to come. */
export function offered(last: number | null, text: string): number[] {
  const plain = text.normalize('NFKC');
  const rest = REST.exec(plain)?.[1];
  if (rest !== undefined && 100 - Number(rest) >= (last ?? 0)) return [100 - Number(rest)];
  const named = new Set((plain.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
  const most = /快|没|未|还|差|not|nearly|almost/i.test(plain) ? 95 : 100;
  const steps =
    last === null
      ? [25, 50, 75, 90, 100]
      : Array.from({ length: 20 }, (_, step) => Math.floor(last / 5) * 5 + 5 * (step + 1));
  return steps.filter((step) => step <= most && !named.has(step)).slice(0, MOST);
}
