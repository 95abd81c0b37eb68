import { partsOf, tagged } from './segment.js';
import type { Token } from './token.js';

/** The completed investment that a segment tells, in 10k yuan (万元); `wan` null where it must be asked about. */
export type MoneyStanding = {
  readonly wan: number | null;
  readonly candidates: readonly number[];
  readonly clash?: boolean;
};

const DOUBTS = ['about', 'ahead', 'plan', 'if', 'say', 'not', 'remain', 'delta', 'before', 'doubt'] as const;

/** Reads 完成投资; other money (合同额, 总投资, 中标价) is no figure of the project's and stays in the note: null. */
export function moneyStanding(
  tokens: readonly Token[],
  plain: string,
  before: MoneyStanding | null,
): MoneyStanding | null {
  const parts = partsOf(tokens);
  const text = plain.slice(tokens[0]?.start, tokens.at(-1)?.end);
  const money = tokens.findIndex((token) => tagged(token, 'money'));
  // 1-5月完成投资 is cumulative, 5月完成投资 is not.
  const sum = /累计|累积|截至|截止|至今|今年|本年|共|(?<!\d)1月?\s*(?:-|—|–|~|至|到)\s*\d{1,2}月/.test(text);
  const content = (part: readonly Token[]) => part.some((token) => token.kind === 'content' || token.kind === 'count');
  if (money < 0) {
    const bare = parts.find((part) => part.some((token) => token.kind === 'amount') && !content(part));
    const amount = bare?.find((token) => token.kind === 'amount');
    if (amount?.kind !== 'amount' || bare?.some((token) => tagged(token, 'spell', 'plan', 'ahead', 'scope')))
      return null;
    // "6月份完成投资500万，累计3500万" goes on; an amount without a word is asked about.
    const { candidates, wan } = amount.amount;
    if (before === null) return { wan: null, candidates };
    if (sum && before.wan === null) return { wan, candidates };
    // "7400万，目前8600万", "8600万不对，是6800万": two amounts and no telling which.
    return { wan: null, candidates: [...new Set([...candidates, ...before.candidates])], clash: true };
  }
  const part = parts
    .filter((each) => each.some((token) => tagged(token, 'money', 'spell') || token.kind === 'amount'))
    .flat();
  const amount =
    tokens.slice(money).find((token) => token.kind === 'amount') ?? tokens.find((token) => token.kind === 'amount');
  if (amount?.kind !== 'amount') return withoutAmount(tokens, text, money, plain);
  const spell =
    part.some((token) => tagged(token, 'spell')) ||
    (!sum && tokens.some((token) => token.kind === 'day' && token.end <= amount.start));
  const foreign = part.some((token) => token.kind === 'content' && token.end <= amount.start);
  const completed = /完成|complet|固投|invested|spent/.test(text);
  const doubt = spell || foreign || !(completed || sum) || part.some((token) => tagged(token, ...DOUBTS));
  return { wan: doubt ? null : amount.amount.wan, candidates: amount.amount.candidates };
}

// 完成投资1200, 完成投资80%, 完成投资近亿元: something was said of it, but no amount that may be taken.
function withoutAmount(tokens: readonly Token[], text: string, money: number, plain: string): MoneyStanding | null {
  const bare = tokens.slice(money).find((token) => token.kind === 'bare');
  const told = tokens.slice(money).some((token) => token.kind === 'percent') || /[\d亿万千]/.test(text);
  if (!/完成|累计/.test(text) || tokens.some((token) => token.kind === 'milestone') || !told) return null;
  return { wan: null, candidates: bare ? [Number(plain.slice(bare.start, bare.end))] : [] };
}

/** True for a percent that is of the investment (完成投资80%), not of a milestone. */
export function isOfMoney(tokens: readonly Token[], percent: Token): boolean {
  const money = tokens.findLastIndex((token) => tagged(token, 'money') && token.end <= percent.start);
  if (money < 0) return false;
  return !tokens
    .slice(money)
    .some((token) => (token.kind === 'amount' || token.kind === 'milestone') && token.end <= percent.start);
}
