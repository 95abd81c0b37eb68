import type { Button, KnownBlock } from '@slack/types';
import { countedWords } from '../../../domain/obstacle.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ReadBack } from '../model.js';
import { itemPhrases } from './parts.js';

const words = {
  title: { zh: '记成交办事项？', en: 'Make it an action item?' },
  who: { zh: (who: string) => `谁：${who}`, en: (who: string) => `Who: ${who}` },
  ofUnit: {
    zh: (who: string, unit: string) => `${who}（${unit}）`,
    en: (who: string, unit: string) => `${who} (${unit})`,
  },
  what: { zh: (text: string) => `做什么：${text}`, en: (text: string) => `What: ${text}` },
  by: {
    zh: (day: string, counted: string) => `到${day}${counted}`,
    en: (day: string, counted: string) => `By ${day}${counted}`,
  },
  counted: { zh: (days: string) => `（${days}）`, en: (days: string) => `\n(${days})` },
  whoAsked: { zh: '谁来办？', en: 'Who does it?' },
  dayAsked: { zh: '办结哪天？', en: 'Done by which day?' },
  noDay: {
    zh: (said: string) => `办结哪天？“${said}”不算日期`,
    en: (said: string) => `By which day? “${said}” is none`,
  },
  obstacle: { zh: '卡点也记在上面', en: 'Its obstacle is kept with it' },
  confirm: { zh: '确认', en: 'Confirm' },
  change: { zh: '改一改', en: 'Change' },
  no: { zh: '不是', en: 'No' },
  choosePerson: { zh: '选人', en: 'Choose' },
  chooseDay: { zh: '选日期', en: 'Choose' },
  dismissed: { zh: '没有记', en: 'Not noted' },
} as const satisfies Phrases;

/** What a decision was understood as: confirmed by one press, or asked where something is missing. */
export function readBackMessage(ctx: Ctx, read: ReadBack): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const { draft, owner } = read;
  const text = escapeText(draft.text);
  const blocks: KnownBlock[] = [];
  const who = owner && escapeText(ctx.language === 'zh' ? owner.name : owner.nameEn);
  const unit = owner?.unit ? escapeText(owner.unit[ctx.language]) : null;
  const rows = [
    ...(who === null ? [] : [say.who(unit === null ? who : say.ofUnit(who, unit))]),
    say.what(text),
    ...(draft.due === null ? [] : [say.by(phrases.dayAndWeekday(draft.due), counted())]),
    ...(read.step === null ? [] : [phrases.closes(read.step)]),
    ...(draft.obstacle === null ? [] : [say.obstacle]),
  ];
  blocks.push(section([`*${say.title}*`, ...rows].join('\n')));
  const asked: string[] = [];
  const ask = (question: string, buttons: readonly Button[]) => {
    asked.push(question);
    blocks.push(section(question), actions(...buttons));
  };
  if (who === null)
    ask(say.whoAsked, [
      ...read.owners.map(({ id, name, nameEn }) =>
        button(ids.choose, { ...draft, owner: id }, ctx.language === 'zh' ? name : nameEn),
      ),
      button(ids.open, draft, say.choosePerson),
    ]);
  else if (draft.due === null)
    ask(read.saidOfDay === null ? say.dayAsked : say.noDay(escapeText(read.saidOfDay)), [
      ...read.days.map((day) => button(ids.choose, { ...draft, due: day }, phrases.day(day))),
      button(ids.open, draft, say.chooseDay),
    ]);
  else
    blocks.push(
      actions(
        button(ids.confirm, draft, say.confirm, 'primary'),
        button(ids.open, draft, say.change),
        button(ids.dismiss, {}, say.no),
      ),
    );
  return { text: [say.title, ...rows, ...asked].join('\n'), blocks };

  function counted(): string {
    if (read.counted.length === 0) return '';
    const days = countedWords(read.counted, ctx.language);
    // The day itself says its month.
    return say.counted(ctx.language === 'zh' ? days.replaceAll(/\s|\d+月/g, '') : days);
  }
}

export const dismissedMessage = (ctx: Ctx): Message => plain(inLanguage(words, ctx.language).dismissed);
