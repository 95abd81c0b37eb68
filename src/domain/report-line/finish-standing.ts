import type { LocalDay } from '../day.js';
import { factTokens, isStrangeSubject } from './figure-standing.js';
import type { WordTag } from './line-words.js';
import type { Finish } from './milestone-terms.js';
import { partsOf, tagged } from './segment.js';
import type { Token } from './token.js';

/**
 * What a segment says about a milestone's end: it is reached, it will be (with its day), or something is said that is
 * not certain (快封顶了, 基本完成). `doneOn` and `forecast` are days that exist; a day in doubt is in `vague`.
 */
export type FinishStanding = {
  readonly standing: 'done' | 'ahead' | 'unsure' | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** Said to be done on a day that has not come. */
  readonly future: LocalDay | null;
  /** A day of the end that is not exact, or no day at all. */
  readonly vague: readonly LocalDay[] | null;
};

const NOTHING: FinishStanding = { standing: null, doneOn: null, forecast: null, future: null, vague: null };
const ENGLISH_PAST = /(?:ed|broke ground|topped out)$|^(?:started|broke)\b/;
const RETROSPECT = /^(?:昨|前天|大前天|上周|上上周|上个?星期|上个?礼拜|\d+天前|yesterday|last )/;
const MORNING = /早|晨|上午|昨|前天|上周|yesterday|last /;
const BY_FINISH: Readonly<Record<Finish, readonly WordTag[]>> = {
  permit: ['done', 'permit'],
  deal: ['done', 'deal', 'permit'],
  goods: ['done', 'goods', 'permit'],
  moment: ['done'],
  work: ['done', 'work'],
};
const DOUBTS = ['not', 'if', 'about', 'say', 'remain', 'doubt', 'scope', 'before', 'ask', 'delta', 'overall'] as const;

/** Reads whether a segment's milestone is finished. `finish` says how such a milestone ends; null where none is named in it. */
export function finishStanding(
  tokens: readonly Token[],
  finish: Finish | null,
  plain: string,
  today: LocalDay,
): FinishStanding {
  const facts = afterLastFigure(factTokens(tokens, plain));
  const place = verbPlace(facts, finish, plain);
  // "由6月30日推迟到7月15日": the day that it was is not the day that it will be.
  const days = facts.flatMap((token, at) => {
    const before = facts[at - 1];
    return token.kind === 'day' && !(before !== undefined && tagged(before, 'from')) ? [token] : [];
  });
  const ahead = facts.some((token) => tagged(token, 'ahead')) || days.some(({ day }) => day.before);
  const hasPercent = facts.some((token) => token.kind === 'percent' && token.percent.value < 100);
  if (place === null) return dayAlone(facts, days, ahead, hasPercent, finish, today);
  const verb = facts[place];
  if (verb === undefined) return NOTHING;
  const about = facts.filter((token) => tagged(token, ...DOUBTS) && !afterFigure(token, facts));
  const arrival = finish !== 'goods' && facts.some((token) => token !== verb && tagged(token, 'goods'));
  const foreign = arrival || facts.some((token) => isOther(token) && !behindFigure(token, facts));
  // 完成后, 拿到后: told as a condition of what follows.
  const condition = /^(?:之|以)?后/.test(plain.slice(verb.end));
  const [opening = []] = partsOf(tokens);
  const strange = isStrangeSubject(opening, tokens);
  if (about.length > 0 || foreign || strange || condition || facts.some((token) => tagged(token, 'plan')))
    return { ...NOTHING, standing: 'unsure' };
  const marked =
    facts.some(
      (token) =>
        tagged(token, 'already') || (tagged(token, 'particle', 'fill') && /[了的过啦喽咯]/.test(written(token, plain))),
    ) ||
    days.some((token) => MORNING.test(written(token, plain))) ||
    /[了过]$/.test(written(verb, plain)) ||
    ENGLISH_PAST.test(written(verb, plain));
  if (ahead && !facts.some((token) => tagged(token, 'already'))) return forecastOn(days, today);
  return doneOn(days, marked, tagged(verb, 'permit', 'deal', 'goods', 'work') || tagged(verb, 'done'), today);
}

// "主体施工78% 7月20日完工": what follows the figure speaks of the end, the figure of today.
function afterLastFigure(facts: readonly Token[]): readonly Token[] {
  const figure = facts.findLastIndex((token) => token.kind === 'percent');
  const behind = facts.slice(figure + 1);
  const tellsDay = behind.some((token) => token.kind === 'day' || tagged(token, 'ahead'));
  return figure >= 0 &&
    tellsDay &&
    behind.some(
      (token) => tagged(token, 'done') || (token.kind === 'day' && token.day.before) || tagged(token, 'ahead'),
    )
    ? behind
    : facts;
}

const isOther = (token: Token): boolean =>
  token.kind === 'content' || token.kind === 'count' || token.kind === 'bare' || tagged(token, 'started');
const behindFigure = (token: Token, facts: readonly Token[]): boolean =>
  facts.some((each) => each.kind === 'percent' && each.end <= token.start);
const afterFigure = behindFigure;
const written = (token: Token, plain: string): string => plain.slice(token.start, token.end);

// The word that finishes: 完成, 拿到, or the milestone itself where it is a moment that 了 or 已 says has come (封顶了).
function verbPlace(facts: readonly Token[], finish: Finish | null, plain: string): number | null {
  const tags = finish === null ? (['done'] as const) : BY_FINISH[finish];
  const verb = facts.findIndex((token, at) => {
    if (!tagged(token, ...tags)) return false;
    const next = facts.slice(at + 1).find((each) => !tagged(each, 'particle', 'fill', 'about', 'to', 'already'));
    return (
      next?.kind !== 'percent' && next?.kind !== 'amount' && !(next !== undefined && tagged(next, 'money', 'remain'))
    );
  });
  const percent = facts.some((token) => token.kind === 'percent');
  if (verb >= 0 && !percent) return verb;
  const milestone = facts.findLastIndex((token) => token.kind === 'milestone');
  const token = facts[milestone];
  if (token === undefined || facts.some((each) => each.kind === 'percent')) return null;
  const name = written(token, plain);
  const event = finish === 'moment' || (finish === 'deal' && /签|signed/.test(name));
  // 环评批复了: the word for the paper holds the verb, and 了 right behind it says that it came.
  if (finish === 'permit' && /(?:批复|核准|备案)$/.test(name) && /^了/.test(plain.slice(token.end))) return milestone;
  if (!event) return null;
  if (/签了|签的|了约/.test(written(token, plain))) return milestone;
  const english = ENGLISH_PAST.test(name);
  const after = facts[milestone + 1];
  const ending = after === undefined ? '' : written(after, plain);
  // 昨天签约: a day that is only told looking back. 周一封顶的 needs its day, or it is the beginning of something else.
  const past = facts.some((each) => each.kind === 'day' && RETROSPECT.test(written(each, plain)));
  const dated = facts.some((each) => each.kind === 'day');
  const come =
    past ||
    english ||
    (after !== undefined &&
      tagged(after, 'particle', 'fill') &&
      (/[了过啦]/.test(ending) || (ending === '的' && dated))) ||
    facts.slice(0, milestone).some((each) => tagged(each, 'already'));
  return come ? milestone : null;
}

function doneOn(
  days: readonly (Token & { kind: 'day' })[],
  marked: boolean,
  verb: boolean,
  today: LocalDay,
): FinishStanding {
  if (days.length > 1) return { ...NOTHING, standing: 'done', vague: days.flatMap(({ day }) => day.candidates) };
  const day = days[0]?.day;
  if (day === undefined) return { ...NOTHING, standing: 'done' };
  if (day.past === null) return { ...NOTHING, standing: marked ? 'done' : 'ahead', vague: day.candidates };
  if (day.past === day.coming) {
    if (day.past <= today && (marked || (verb && day.past < today)))
      return { ...NOTHING, standing: 'done', doneOn: day.past };
    if (day.past > today && marked) return { ...NOTHING, standing: 'done', future: day.past };
    if (day.past > today) return { ...NOTHING, standing: 'ahead', forecast: day.past };
    return { ...NOTHING, standing: 'done', vague: day.candidates };
  }
  if (marked) return { ...NOTHING, standing: 'done', doneOn: day.past };
  return day.coming === null
    ? { ...NOTHING, standing: 'ahead', vague: day.candidates }
    : { ...NOTHING, standing: 'ahead', forecast: day.coming };
}

function forecastOn(days: readonly (Token & { kind: 'day' })[], today: LocalDay): FinishStanding {
  const known = [...new Set(days.map(({ day }) => day.coming))];
  const coming = known[0];
  if (coming === undefined) return { ...NOTHING, standing: 'unsure' };
  if (known.length > 1 || coming === null || coming < today) {
    return { ...NOTHING, standing: 'ahead', vague: days.flatMap(({ day }) => day.candidates) };
  }
  return { ...NOTHING, standing: 'ahead', forecast: coming };
}

// "主体封顶 80% 6.30": a day to come behind the figure may be the end, or the day of the figure.
function dayBehindFigure(facts: readonly Token[], today: LocalDay): FinishStanding {
  const figure = facts.findLastIndex((token) => token.kind === 'percent');
  const day = facts.slice(figure + 1).find((token) => token.kind === 'day');
  if (figure < 0 || day?.kind !== 'day' || day.day.coming === null || day.day.coming <= today) return NOTHING;
  return { ...NOTHING, standing: 'ahead', vague: [day.day.coming] };
}

// "主体封顶 月底前", "6月30日封顶": a day to come and no verb; a day gone by with nothing said to have happened is asked about.
function dayAlone(
  facts: readonly Token[],
  days: readonly (Token & { kind: 'day' })[],
  ahead: boolean,
  hasPercent: boolean,
  finish: Finish | null,
  today: LocalDay,
): FinishStanding {
  if (!ahead && !facts.some((token) => token.kind === 'milestone')) return NOTHING;
  if (hasPercent || facts.some((token) => tagged(token, ...DOUBTS, 'plan', 'goods') || isOther(token))) {
    return !hasPercent && days.length > 0 && finish !== null
      ? { ...NOTHING, standing: 'unsure' }
      : dayBehindFigure(facts, today);
  }
  const day = days[0]?.day;
  if (day === undefined) return NOTHING;
  if (ahead) return forecastOn(days, today);
  const already = facts.some((token) => tagged(token, 'already'));
  if (already && day.past === day.coming && day.past !== null && day.past > today)
    return { ...NOTHING, standing: 'done', future: day.past };
  if (already) return { ...NOTHING, standing: 'unsure', vague: day.candidates };
  if (day.coming !== null && day.coming > today) return { ...NOTHING, standing: 'ahead', forecast: day.coming };
  return { ...NOTHING, standing: 'unsure', vague: day.candidates };
}
