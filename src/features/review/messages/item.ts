import { asksWhether } from '../../../domain/action-item.js';
import { dayAt } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { isEndedByObstacle } from '../keys.js';
import type { Acts, SeenItem } from '../model.js';
import { mayOn } from '../rights.js';
import { itemPhrases } from './parts.js';

export const words = {
  done: { zh: '办完', en: 'Done' },
  late: { zh: '要晚', en: 'Late' },
  keep: { zh: '要办', en: 'Keep' },
  drop: { zh: '不办', en: 'Drop' },
  closed: {
    zh: (number: string, day: string, how: string) => `${number}办结，${day}${how}`,
    en: (number: string, day: string, how: string) => `${number} done, ${day}${how}`,
  },
  byReport: {
    zh: (who: string, step: string) => `${who}报“${step}”完成`,
    en: (who: string, step: string) => `${who} reported ${step} done`,
  },
  byObstacle: {
    zh: (number: number) => `卡点${number}号已销号`,
    en: (number: number) => `Obstacle ${number} is closed`,
  },
  closesWith: {
    zh: (number: number) => `卡点${number}号销号即办结`,
    en: (number: number) => `Closed when obstacle ${number} is`,
  },
  dropped: {
    zh: (number: string, reason: string) => `不再办：${number}（${reason}）`,
    en: (number: string, reason: string) => `Dropped: ${number} (${reason})`,
  },
  moved: {
    zh: (first: string, times: number) => `原定${first}，改过${times}次`,
    en: (first: string, times: number) => `First ${first}, moved ${times} ${times === 1 ? 'time' : 'times'}`,
  },
  because: { zh: (reason: string) => `晚的原因：${reason}`, en: (reason: string) => `Late because: ${reason}` },
  asks: {
    zh: (times: number) => `第${times}次转下，还要办吗？`,
    en: (times: number) => `Carried ${times} times: still needed?`,
  },
} as const satisfies Phrases;

/** An item with the buttons that its reader may press. */
export function itemMessage(ctx: Ctx, seen: SeenItem): Message {
  const say = inLanguage(words, ctx.language);
  const { item } = seen;
  const { id, state } = item;
  const about = { id, version: state.version };
  const open = state.standing === 'open';
  const [answers, judges] = [mayOn(ctx, 'answer-item', item), mayOn(ctx, 'judge-item', item)];
  const buttons = !open
    ? []
    : [
        ...(answers ? [button(ids.press, { ...about, act: 'done' }, say.done, 'primary')] : []),
        ...(answers ? [button(ids.act, { ...about, act: 'late' }, say.late)] : []),
        ...(judges && asksWhether(state) ? [button(ids.press, { ...about, act: 'keep' }, say.keep)] : []),
        ...(judges ? [button(ids.act, { ...about, act: 'drop' }, say.drop)] : []),
      ];
  const rows = rowsOf(ctx, seen, ctx.language, true);
  return {
    text: rows.join('\n').replaceAll('*', ''),
    blocks: [section(rows.join('\n')), ...(buttons.length === 0 ? [] : [actions(...buttons)])],
  };
}

/** An item in the thread of its review, to everybody there. */
export function itemPost(ctx: Acts, seen: SeenItem, language: Language): Message {
  const rows = rowsOf(ctx, seen, language, false);
  return { text: rows.join('\n').replaceAll('*', ''), blocks: [section(rows.join('\n'))] };
}

/** `now`: how many days it is overdue is said; in what stays it would be false tomorrow. */
function rowsOf(ctx: Acts, { item, people }: SeenItem, language: Language, now: boolean): readonly string[] {
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const { state, number } = item;
  const ended = state.endedOn;
  const typed = (text: string) => escapeText(clip(text, 300));
  const title =
    ended !== null && state.standing === 'done'
      ? `*${say.closed(phrases.number(number), phrases.day(ended), phrases.ended(item))}*`
      : state.standing === 'dropped'
        ? `*${say.dropped(phrases.number(number), typed(state.dropReason ?? ''))}*`
        : `*${phrases.number(number)}* · ${phrases.name(people, item.ownerId)} · ${phrases.day(state.due)}${now ? phrases.overdue(item) : ''}`;
  const byObstacle = isEndedByObstacle(item.closedCause) ? item.obstacleNumber : null;
  const byReport = state.standing === 'done' && item.closedCause !== null && !byObstacle && item.milestone !== null;
  return [
    title,
    ...(byReport ? [say.byReport(phrases.name(people, state.endedById), escapeText(item.milestone ?? ''))] : []),
    ...(byObstacle === null ? [] : [say.byObstacle(byObstacle)]),
    phrases.from(item, dayAt(item.createdAt, ctx.program.timeZone)),
    phrases.what(item.text),
    ...(state.standing === 'open' && item.milestone !== null ? [phrases.closes(item.milestone)] : []),
    ...(state.standing === 'open' && item.obstacleNumber !== null ? [say.closesWith(item.obstacleNumber)] : []),
    ...(state.carried === 0 ? [] : [say.moved(phrases.day(state.firstDue), state.carried)]),
    ...(state.carriedReason === null ? [] : [say.because(typed(state.carriedReason))]),
    ...(asksWhether(state) ? [say.asks(state.carried)] : []),
  ];
}
