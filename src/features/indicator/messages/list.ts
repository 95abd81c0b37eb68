import { dayAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ShownIndicators } from '../model.js';
import { indicatorWords, valueWords } from './words.js';

const words = {
  title: {
    zh: (month: string, count: number) => `${month}经济指标${count}项`,
    en: (month: string, count: number) => `Indicators of ${month}: ${count}`,
  },
  revised: { zh: (count: number) => `更正${count}处`, en: (count: number) => `${count} revised` },
  taken: {
    zh: (who: string, day: string, file: string) => `${who}${day}传的表：${file}`,
    en: (who: string, day: string, file: string) => `From ${file}, sent by ${who} on ${day}`,
  },
  somebody: { zh: '（已离开）', en: '(left)' },
  none: { zh: '还没有经济指标的表', en: 'No spreadsheet of indicators yet' },
  who: { zh: '统筹人员每月传一次', en: 'The Project Office sends one a month' },
  take: { zh: '传表', en: 'Send a spreadsheet' },
  before: { zh: (month: string) => `上一份（${month}）`, en: (month: string) => `The one before (${month})` },
} as const satisfies Phrases;

const MOST_REVISIONS = 3;

/** The indicators of a month, what of earlier months was revised, and the way to the sheet before it. */
export function indicatorsMessage(ctx: Ctx, seen: ShownIndicators, takes: boolean): Message {
  const { sheet, revisions, before, takenBy } = seen;
  const { program, language } = ctx;
  const say = inLanguage(words, language);
  const phrases = indicatorWords(program.year, language);
  const title = say.title(phrases.month(sheet.month), sheet.indicators.length);
  const rows = sheet.indicators.flatMap((indicator) => {
    const of = revisions.filter(({ name }) => name === indicator.name);
    return [
      escapeText(indicator.name),
      `　${escapeText(valueWords(indicator, sheet.month, language))}`,
      // The newest are what is asked about; all of them stand in the sheet before this one.
      ...of.slice(-MOST_REVISIONS).map((each) => `　${phrases.revised(each)}`),
    ];
  });
  const who = takenBy === null ? say.somebody : language === 'zh' ? takenBy.name : takenBy.nameEn;
  const day = dayWords(dayAt(sheet.takenAt, program.timeZone), language, program.year);
  const taken = say.taken(
    escapeText(who),
    language === 'zh' ? day.replaceAll(' ', '') : day,
    escapeText(clip(sheet.fileName, 30)),
  );
  const head = [...(revisions.length === 0 ? [] : [say.revised(revisions.length)])];
  const buttons = [
    ...(takes ? [button(ids.openTake, {}, say.take)] : []),
    ...(before === null ? [] : [button(ids.see, { sheet: before.id }, say.before(phrases.month(before.month)))]),
  ];
  return {
    text: [title, ...head, ...rows, taken].join('\n'),
    blocks: [
      section([`*${title}*`, ...head, ...rows, taken].join('\n')),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
  };
}

/** There is none yet: who sends it. */
export function noIndicatorsMessage({ language }: Pick<Ctx, 'language'>, takes: boolean): Message {
  const say = inLanguage(words, language);
  const text = takes ? say.none : `${say.none}\n${say.who}`;
  return { text, blocks: [section(text), ...(takes ? [actions(button(ids.openTake, {}, say.take))] : [])] };
}
