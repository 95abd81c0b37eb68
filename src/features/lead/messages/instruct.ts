import type { ModalView } from '@slack/types';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, form, input, plain, plainText, section } from '../../../slack/blocks.js';
import type { Instruction } from '../../../store/instructions.js';
import type { SearchedProject } from '../../../store/search.js';
import { clip, escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { toItemButton } from '../../review/door.js';
import { ids } from '../ids.js';

export const words = {
  title: { zh: '批示', en: 'Instruct' },
  text: { zh: '批示', en: 'Instruction' },
  hint: { zh: '记在项目卡片上，并发到项目讨论串', en: 'It stands on the project’s card and in its thread' },
  close: { zh: '取消', en: 'Cancel' },
  line: { zh: (who: string) => `批示 · ${who}`, en: (who: string) => `Instruction · ${who}` },
  kept: {
    zh: (code: string) => `批示已记上${code}的卡片`,
    en: (code: string) => `The instruction stands on the card of ${code}`,
  },
  empty: {
    zh: { wrong: '没有记下：批示是空的。', instead: '写一句再送。' },
    en: { wrong: 'Nothing was written.', instead: 'say what is to be done.' },
  },
  unknown: {
    zh: { wrong: '没有这个项目，或您看不到。', instead: '用 /gongjian 按编号或名称查。' },
    en: { wrong: 'There is no such project, or you may not see it.', instead: 'look it up with /gongjian.' },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有记下：${why}。`, instead: '可以在项目讨论串里回复。' }),
    en: (why: string) => ({ wrong: `Not kept: ${why}.`, instead: 'reply in the project’s thread.' }),
  },
} as const satisfies Phrases;

/** What is to be said; nothing is filled in. */
export function instructionForm(
  ctx: Ctx,
  { id, code, name }: Pick<SearchedProject, 'id' | 'code' | 'name'>,
): ModalView {
  const say = inLanguage(words, ctx.language);
  return form(ids.form, { place: ctx.place, project: id }, { title: say.title, submit: say.title, close: say.close }, [
    { type: 'context', elements: [plainText(clip(`${code} ${name}`, 150))] },
    input(
      'text',
      say.text,
      { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 1000 },
      { hint: say.hint },
    ),
  ]);
}

/** In the project's thread: who said it, and what. */
export function instructionLine(
  { person }: Pick<Ctx, 'person'>,
  text: string,
  mention: string | null,
  language: Language,
): Message {
  const head = inLanguage(words, language).line(escapeText(language === 'zh' ? person.name : person.nameEn));
  return {
    text: `${head}：${clip(text, 150)}`,
    blocks: [section(`*${head}*${mention === null ? '' : ` <@${mention}>`}\n${quoted(escapeText(text))}`)],
  };
}

export function instructedMessage(
  ctx: Ctx,
  { id: project, code }: Pick<SearchedProject, 'id' | 'code'>,
  { id, text }: Pick<Instruction, 'id' | 'text'>,
): Message {
  const said = plain(`${inLanguage(words, ctx.language).kept(code)}\n${quoted(escapeText(clip(text, 300)))}`);
  const toItem = toItemButton(ctx, { project, id, text });
  return toItem === null ? said : { ...said, blocks: [...said.blocks, actions(toItem)] };
}

/** `why` null: nothing was written. */
export function deniedRefusal(ctx: Ctx, why: string | null): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(why === null ? say.empty : say.denied(why));
}

export const unknownRefusal = (ctx: Ctx): Outcome => refuse(inLanguage(words, ctx.language).unknown);
