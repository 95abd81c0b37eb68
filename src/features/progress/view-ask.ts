import { isLocalDay } from '../../domain/day.js';
import { dayWords } from '../../domain/day-words.js';
import type { AskLine } from '../../domain/report-line.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import { actions, button, context, section } from '../../slack/blocks.js';
import type { Names } from '../../store/names.js';
import { clip, escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { moneyWords } from '../../text/money.js';
import type { Line } from './act/report.js';
import { ids } from './ids.js';
import { typedContext } from './view.js';
import { words } from './words.js';

/** More candidates than this are no question but a list: the person is asked to say it in full. */
const MOST_CANDIDATES = 10;

/** A question with a button for each candidate; pressing one completes the line without retyping. */
export function askOutcome(ctx: Ctx, names: Names, ask: AskLine, line: Line): Outcome {
  const say = inLanguage(words, ctx.language);
  const project = ask.partial.project === null ? undefined : names.byCode.get(ask.partial.project);
  const title = project ? `${project.code} ${escapeText(clip(project.name, 30))}` : '';
  const questions = {
    project: say.askProject,
    milestone: say.askMilestone(title),
    percent: title ? `${title}${ctx.language === 'zh' ? '：' : ': '}${say.askPercent}` : say.askPercent,
    day: say.askDay,
    amount: say.askAmount,
  };
  const question = questions[ask.about];
  const label = (candidate: string): string => {
    if (ask.about === 'project') return clip(`${candidate} ${names.byCode.get(candidate)?.name ?? ''}`.trim(), 40);
    if (ask.about === 'percent') return `${candidate}%`;
    if (ask.about === 'day' && isLocalDay(candidate)) return dayWords(candidate, ctx.language);
    if (ask.about === 'amount') return moneyWords(Number(candidate), ctx.language);
    return candidate;
  };
  const candidates = ask.candidates.slice(0, MOST_CANDIDATES);
  const buttons = candidates.map((choice) =>
    button(ids.choose, { partial: ask.partial, choice, surface: line.surface, thread: line.thread }, label(choice)),
  );
  const message: Message = {
    text: question,
    blocks: [
      section(`*${question}*`),
      ...(buttons.length > 0 ? [actions(...buttons), context(say.askHint)] : [context(say.askOpen)]),
      typedContext(ctx, line.text),
    ],
  };
  return { kind: 'say', message };
}
