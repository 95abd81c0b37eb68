import { milestoneName } from '../../../domain/milestone-name.js';
import { matterLabel } from '../../../domain/obstacle-words.js';
import type { AskLine } from '../../../domain/report-line.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Names } from '../../../store/names.js';
import { clip, escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { MOST_FILES, readUrgent } from '../line-marks.js';
import type { Line, Seen } from '../model.js';
import { face } from './face.js';
import { phrasesOf } from './parts.js';

export const words = {
  alike: {
    zh: (number: number) => `同一项目已有相近的卡点${number}号，没有另提`,
    en: (number: number) => `Obstacle ${number} of the same project says much the same, so no new one was filed.`,
  },
  alikeSame: { zh: '是同一件，补充留言', en: 'The same: add as a comment' },
  alikeOther: { zh: '不是一件，另提', en: 'Another: file it' },
  askProject: { zh: '说的是哪个项目？', en: 'Which project is this about?' },
  askMilestone: { zh: '卡住的是哪个节点？', en: 'Which milestone does it stop?' },
  askMatter: { zh: '卡在哪一类？', en: 'What kind of matter stops it?' },
  askHint: {
    zh: '点一个即可；都不对，就把话说全再发一次。',
    en: 'Press one; if none fits, send the line again with everything in it.',
  },
  askOpen: {
    zh: (code: string) => `写明项目编号再发一次，例如：/obstacle ${code} 土地指标未批`,
    en: (code: string) => `Send it again with the project’s code, such as: /obstacle ${code} land quota not approved`,
  },
  offer: { zh: '这一条像是卡点。要提出吗？', en: 'This sounds like an obstacle. Flag it?' },
  offerButton: { zh: '提出卡点', en: 'Flag it' },
} as const satisfies Phrases;

/** More candidates than this are no question but a list. */
const MOST_CANDIDATES = 10;

/** What may be pressed, or typed, as an answer: each candidate as it is called. */
export const candidatesOf = (ask: AskLine, names: Names, language: Language) => {
  const label = (choice: string): string => {
    if (ask.about === 'project') return clip(`${choice} ${names.byCode.get(choice)?.name ?? ''}`.trim(), 40);
    return ask.about === 'matter' ? matterLabel(choice, language) : milestoneName(choice, language);
  };
  return ask.candidates.slice(0, MOST_CANDIDATES).map((choice) => ({ choice, label: label(choice) }));
};

/** The code of a project of one's own, for examples; any where none is. */
export const ownCode = (ctx: Ctx, names: Names): string =>
  [...names.ownedBy([ctx.person.id, ...ctx.person.standsInFor])].sort()[0] ?? names.ledger.projects[0]?.code ?? '';

/** A question with a button for each candidate; pressing one completes the line without retyping. */
export function askMessage(ctx: Ctx, ask: AskLine, names: Names, line: Line): Message {
  const say = inLanguage(words, ctx.language);
  const question = ask.about === 'project' ? say.askProject : ask.about === 'matter' ? say.askMatter : say.askMilestone;
  const buttons = candidatesOf(ask, names, ctx.language).map(({ choice, label }) =>
    button(ids.choose, { partial: ask.partial, choice, line: beside(line), asked: ctx.cause }, label),
  );
  return {
    text: question,
    blocks: [
      section(`*${question}*\n${quoted(escapeText(clip(ask.partial.text, 300)))}`),
      ...(buttons.length > 0
        ? [actions(...buttons), context(say.askHint)]
        : [context(say.askOpen(ownCode(ctx, names)))]),
    ],
  };
}

/** The same was flagged before: the older one, and whether this is it. */
export function alikeMessage(ctx: Ctx, seen: Seen, line: Line): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const { obstacle } = seen;
  const title = say.alike(obstacle.number);
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...face(seen, phrases),
      actions(
        button(ids.same, { id: obstacle.id, text: line.text }, say.alikeSame, 'primary'),
        button(ids.anyway, { ...carried(line), asked: ctx.cause }, say.alikeOther),
      ),
    ],
  };
}

/** In a thread: this sounds like an obstacle; nothing is filed before somebody says so. */
export function offerMessage(ctx: Ctx, line: Line): Message {
  const say = inLanguage(words, ctx.language);
  return {
    text: say.offer,
    blocks: [
      section(`*${say.offer}*\n${quoted(escapeText(clip(line.text, 300)))}`),
      actions(button(ids.anyway, { ...carried(line), asked: ctx.cause }, say.offerButton, 'primary')),
    ],
  };
}

/** A line whose text, without its urgency, is carried beside it. */
const beside = (line: Line) => {
  const { text, ...rest } = carried(line);
  return { ...rest, urgent: readUrgent(text).reason };
};

/** A line as a button carries it, so that its photos are filed with it: 2,000 characters hold no long names of files. */
export const carried = ({ text, thread, files }: Line): Line => ({
  text,
  thread,
  files: files.slice(0, MOST_FILES).map(({ id, name }) => ({ id, name: clip(name, 40) })),
});
