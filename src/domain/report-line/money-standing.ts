import { partsOf, tagged } from './segment.js';
import type { Token } from './token.js';

/** The completed investment that a segment tells, in 10k yuan (万元); `wan` null where it must be asked about. */
export type MoneyStanding = { readonly wan: number | null; readonly candidates: readonly number[] };

const DOUBTS = ['about', 'ahead', 'plan', 'if', 'say', 'not', 'remain', 'delta', 'before', 'doubt'] as const;

/** Reads 完成投资; other money (合同额, 总投资, 中标价) is no figure of the project's and stays in the note: null. */
export function moneyStanding(tokens: readonly Token[], plain: string): MoneyStanding | null {
  const money = tokens.findIndex((token) => tagged(token, 'money'));
  if (money < 0) return null;
  const part = partsOf(tokens)
    .filter((each) => each.some((token) => tagged(token, 'money', 'spell') || token.kind === 'amount'))
    .flat();
  const completed = part.some(
    (token) =>
      (tagged(token, 'money') && /完成|invest.*complet|complet|固投/.test(plain.slice(token.start, token.end))) ||
      tagged(token, 'done'),
  );
  const amount =
    tokens.slice(money).find((token) => token.kind === 'amount') ?? tokens.find((token) => token.kind === 'amount');
  const bare = tokens.slice(money).find((token) => token.kind === 'bare');
  if (amount?.kind !== 'amount') {
    return bare ? { wan: null, candidates: [Number(plain.slice(bare.start, bare.end))] } : null;
  }
  const sum = /累计|累积|截至|截止|至今|今年|共/.test(plain.slice(tokens[0]?.start, tokens.at(-1)?.end));
  const spell = part.some((token) => tagged(token, 'spell')) || (!sum && tokens.some((token) => token.kind === 'day'));
  const content = part.some((token) => token.kind === 'content' && token.end <= amount.start);
  const doubt = spell || content || !(completed || sum) || part.some((token) => tagged(token, ...DOUBTS));
  return doubt
    ? { wan: null, candidates: amount.amount.candidates }
    : { wan: amount.amount.wan, candidates: amount.amount.candidates };
}

/** True for a percent that is of the investment (完成投资80%), not of a milestone. */
export function isOfMoney(tokens: readonly Token[], percent: Token): boolean {
  const money = tokens.findLastIndex((token) => tagged(token, 'money') && token.end <= percent.start);
  if (money < 0) return false;
  return !tokens
    .slice(money)
    .some((token) => (token.kind === 'amount' || token.kind === 'milestone') && token.end <= percent.start);
}
