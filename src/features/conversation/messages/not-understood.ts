import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx, SaidMessage } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, context, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { MadeOut } from '../model.js';
import { cardButton, flagButton, howButton, reportButton, waitingButton } from './help.js';

const words = {
  unclear: { zh: '没看懂这一句，没有记下', en: 'This was not understood, nothing noted' },
  fileAlone: { zh: '收到文件，没有记下：要带一句进度', en: 'A file alone is no report; add a line' },
  understood: { zh: (what: string) => `理解为：${what}`, en: (what: string) => `Understood: ${what}` },
  instead: { zh: (example: string) => `改成：${example}`, en: (example: string) => `Try: ${example}` },
  typed: { zh: (text: string) => `您发的：${text}`, en: (text: string) => `You sent: ${text}` },
} as const satisfies Phrases;

/** What stands in a button is at most 2,000 characters of JSON. */
const MOST_NOTE = 300;

/** What was made out of a line, and the nearest form, filled in. `example` null: nothing is theirs to report. */
export function notUnderstoodMessage(
  { language }: Ctx,
  { text, files }: Pick<SaidMessage, 'text' | 'files'>,
  { project, milestone, percent }: MadeOut,
  asks: boolean,
  example: string | null,
): Message {
  const say = inLanguage(words, language);
  const made = project && [
    `${project.code} ${escapeText(clip(project.nicknames[0]?.text ?? project.name, 12))}`,
    ...(milestone ? [escapeText(milestoneName(milestone.name, language))] : []),
    ...(percent === null ? [] : [`${percent}%`]),
  ];
  const title = text === '' && files.length > 0 ? say.fileAlone : say.unclear;
  const lines = [
    `*${title}*`,
    ...(made ? [say.understood(made.join(' '))] : example === null ? [] : [say.instead(escapeText(example))]),
  ];
  const note = clip(text, MOST_NOTE);
  const known = project && {
    project: project.id,
    ...(milestone ? { milestone: milestone.id } : {}),
    ...(percent === null ? {} : { percent }),
    ...(asks ? {} : { note }),
  };
  const report = reportButton(language, known ?? {});
  const flag = flagButton(language, {
    ...(project ? { project: project.id } : {}),
    ...(asks || !note ? {} : { text: note }),
  });
  const buttons =
    project && asks
      ? [cardButton(language, project.id), report]
      : project || example !== null
        ? [report, flag]
        : [waitingButton(language), howButton(language)];
  return {
    text: lines.join('\n').replaceAll('*', ''),
    blocks: [
      section(lines.join('\n')),
      actions(...buttons),
      ...(text === '' ? [] : [context(say.typed(escapeText(clip(text, 60))))]),
    ],
  };
}
