import { isLocalDay } from '../../../domain/day.js';
import { dayWords, yearWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { matterLabel } from '../../../domain/obstacle-words.js';
import type { AskLine } from '../../../domain/report-line.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, carried, context, section } from '../../../slack/blocks.js';
import type { Names } from '../../../store/names.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { ids } from '../ids.js';
import type { Line } from '../model.js';

/** What is asked where a line is not clear. */
export const words = {
  askProject: { zh: '说的是哪个项目？', en: 'Which project is this about?' },
  askMilestone: {
    zh: (project: string) => `${project} 的哪个节点？`,
    en: (project: string) => `Which milestone of ${project}?`,
  },
  askPercent: { zh: '现在是百分之几？', en: 'How many percent is it now?' },
  askDay: { zh: '是哪一天？', en: 'On which day?' },
  askAmount: {
    zh: (year: string) => `${year}累计完成投资是多少（万元）？`,
    en: (year: string) => `How much was invested ${year} (10k yuan)?`,
  },
  askMatter: { zh: '卡在哪一类？', en: 'What kind of matter stops it?' },
  askHint: {
    zh: '点一个即可；都不对，就把话说全再发一次。',
    en: 'Press one; if none fits, send the line again with everything in it.',
  },
  askOpen: {
    zh: (example: string | null) => `连同数字再发一次${example === null ? '' : `，例如：${example}`}`,
    en: (example: string | null) => `Send it again with the number${example === null ? '' : `, such as: ${example}`}`,
  },
  typed: { zh: (text: string) => `您发的：${text}`, en: (text: string) => `You typed: ${text}` },
} as const satisfies Phrases;

/** More candidates than this are no question but a list: the person is asked to say it in full. */
const MOST_CANDIDATES = 10;

/** What may be pressed, or typed, as an answer: each candidate as it is called. */
export function candidatesOf(
  ctx: Ctx,
  names: Names,
  ask: AskLine,
): readonly { readonly choice: string; readonly label: string }[] {
  const label = (candidate: string): string => {
    if (ask.about === 'project') return clip(`${candidate} ${names.byCode.get(candidate)?.name ?? ''}`.trim(), 40);
    if (ask.about === 'percent') return `${candidate}%`;
    if (ask.about === 'day' && isLocalDay(candidate))
      return dayWords(candidate, ctx.language, Number(ctx.today.slice(0, 4)));
    if (ask.about === 'matter') return matterLabel(candidate, ctx.language);
    if (ask.about === 'amount') return moneyWords(Number(candidate), ctx.language);
    return ask.about === 'milestone' ? milestoneName(candidate, ctx.language) : candidate;
  };
  return ask.candidates.slice(0, MOST_CANDIDATES).map((choice) => ({ choice, label: label(choice) }));
}

/** A question with a button for each candidate; pressing one completes the line without retyping. `example`: a line that says all. */
export function askOutcome(ctx: Ctx, names: Names, ask: AskLine, line: Line, example: string | null) {
  const say = inLanguage(words, ctx.language);
  const project = ask.partial.project === null ? undefined : names.byCode.get(ask.partial.project);
  const title = project ? `${project.code} ${escapeText(clip(project.name, 30))}` : '';
  const questions = {
    project: say.askProject,
    milestone: say.askMilestone(title),
    percent: title ? `${title}${ctx.language === 'zh' ? '：' : ': '}${say.askPercent}` : say.askPercent,
    day: say.askDay,
    amount: say.askAmount(yearWords(ctx.program.year, ctx.today, ctx.language)),
    matter: say.askMatter,
  };
  const question = questions[ask.about];
  const buttons = candidatesOf(ctx, names, ask).map(({ choice, label }) =>
    button(
      ids.choose,
      {
        partial: ask.partial,
        choice,
        surface: line.surface,
        thread: line.thread,
        files: carried(line.files),
        asked: ctx.cause,
      },
      label,
    ),
  );
  const message: Message = {
    text: question,
    blocks: [
      section(`*${question}*`),
      ...(buttons.length > 0 ? [actions(...buttons), context(say.askHint)] : [context(say.askOpen(example))]),
      typedContext(ctx, line.text),
    ],
  };
  return { kind: 'say', message } as const;
}

/** A person's own text under what is said about it. */
export const typedContext = (ctx: Ctx, text: string) =>
  context(inLanguage(words, ctx.language).typed(escapeText(text.slice(0, 600))));
