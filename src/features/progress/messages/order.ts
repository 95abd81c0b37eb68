import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { OutOfOrder } from '../model.js';
import { typedContext } from './question.js';

/** What is asked where a step is finished over earlier ones that are open. Texts of people come in escaped. */
export const words = {
  /** `open`: the one that is open, or how many. */
  ask: {
    zh: (step: string, count: number, open: string) =>
      `${step}完成？前面还有${count}步${open === '' ? '' : `：${open}`}`,
    en: (step: string, count: number, open: string) =>
      `${step} done? ${open === '' ? `${count} earlier steps are open` : `${open} is open`}`,
  },
  both: { zh: '一并报完成', en: 'All done' },
  alone: { zh: (step: string) => `只记${step}`, en: (step: string) => `Only ${step}` },
  neither: { zh: '都不记', en: 'Neither' },
  notNoted: { zh: '没有记。要报时再发一句。', en: 'Nothing noted. Send a line whenever you like.' },
  notAmended: { zh: '没有改，原来的上报不变。', en: 'Nothing changed; the report stands.' },
  gone: {
    zh: { wrong: '这个问题过了时，没有记下。', instead: '请再报一次。' },
    en: { wrong: 'This question is too old; nothing was noted.', instead: 'report it again.' },
  },
} as const satisfies Phrases;

/** The candidates, as they are pressed or typed; all at once only where the person may report the earlier steps, too. */
export function orderChoices({ item }: OutOfOrder, mayBoth: boolean, language: Ctx['language']) {
  const say = inLanguage(words, language);
  return [
    ...(mayBoth ? [{ choice: 'both', label: say.both }] : []),
    { choice: 'alone', label: say.alone(milestoneName(item.milestone?.name ?? '', language)) },
    { choice: 'neither', label: say.neither },
  ];
}

/** The question, with a button for each choice; it names what each writes. */
export function orderMessage(ctx: Ctx, order: OutOfOrder, choices: ReturnType<typeof orderChoices>): Message {
  const say = inLanguage(words, ctx.language);
  const { item, earlier } = order;
  const open = earlier.map(
    ({ name, percent }) =>
      `${escapeText(milestoneName(name, ctx.language))}${ctx.language === 'zh' ? '' : ' '}${percent}%`,
  );
  const step = `${item.project.code} ${escapeText(milestoneName(item.milestone?.name ?? '', ctx.language))}`;
  const question = say.ask(step, earlier.length, open.length === 1 ? open.join('') : '');
  const buttons = choices.map(({ choice, label }) => button(ids.order, { asked: ctx.cause, choice }, label));
  return {
    text: question,
    blocks: [
      section(`*${question}*`),
      ...(open.length === 1 ? [] : [context(open.join(ctx.language === 'zh' ? '、' : ', '))]),
      actions(...buttons),
      typedContext(ctx, order.said),
    ],
  };
}
