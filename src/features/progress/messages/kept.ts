import type { Button } from '@slack/types';
import { dayWords, yearWords } from '../../../domain/day-words.js';
import { evidenceWords, hasEvidence } from '../../../domain/evidence.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Person } from '../../../domain/program.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { type TripAnswers, tripBlocks } from '../../trip/door.js';
import { ids } from '../ids.js';
import type { Fallen, Kept } from '../model.js';

/** What was kept, and what was taken back; texts of people come in escaped. */
export const words = {
  kept: { zh: '已记下', en: 'Noted' },
  amended: { zh: '已更正', en: 'Amended' },
  late: { zh: (day: string) => `补报${day}`, en: (day: string) => `late report for ${day}` },
  undo: { zh: '撤销', en: 'Undo' },
  amend: { zh: '更正', en: 'Amend' },
  undone: { zh: '已撤销，不再计入', en: 'Taken back; it no longer counts' },
  left: { zh: (what: string) => `没有动：${what}`, en: (what: string) => `Left as it was: ${what}` },
  whyUndo: { zh: '撤销后进度变低，为什么？', en: 'Taken back, progress falls. Why?' },
  fallsBack: {
    zh: (step: string, from: number, to: number) => `${step} ${from}% → ${to}%`,
    en: (step: string, from: number, to: number) => `${step} ${from}% → ${to}%`,
  },
  tooHigh: { zh: '报多了', en: 'Too high' },
  wrongPlace: { zh: '报错了地方', en: 'Wrong place' },
  twice: { zh: '重复报了', en: 'Said twice' },
  because: { zh: (why: string) => `原因：${why}`, en: (why: string) => `Why: ${why}` },
  undoneHint: {
    zh: '重新上报：直接再发一条，或用 /progress。',
    en: 'To report again, send another line or use /progress.',
  },
  alreadyUndone: { zh: '这一条先前已经撤销。', en: 'This was taken back before.' },
  amendGone: {
    zh: '这一条已经撤销或更正过，请直接再报一次。',
    en: 'This was taken back or amended before; report it again instead.',
  },
  done: { zh: '已完成', en: 'done' },
  doneOn: { zh: (day: string) => `已完成（${day}）`, en: (day: string) => `done (${day})` },
  percent: { zh: (percent: number) => `${percent}%`, en: (percent: number) => `${percent}%` },
  before: { zh: (percent: number) => `上次 ${percent}%`, en: (percent: number) => `before ${percent}%` },
  stays: {
    zh: (percent: number) => `来晚了，之后报的${percent}%不变`,
    en: (percent: number) => `came late; the ${percent}% said after it stays`,
  },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  noted: { zh: '说明', en: 'note' },
  investment: {
    zh: (year: string, amount: string) => `${year}累计完成投资 ${amount}`,
    en: (year: string, amount: string) => `${amount} invested ${year}`,
  },
  see: { zh: '看附件', en: 'See attachments' },
  undoneLine: { zh: '已撤销', en: 'taken back' },
  amendedLine: { zh: '已更正，见下', en: 'amended, see below' },
} as const satisfies Phrases;

/** In whose language it is said, of which program's year, and on which day. */
export type Reader = Pick<Ctx, 'language' | 'program' | 'today'>;

const comma = { zh: '，', en: ', ' } as const;
const colon = { zh: '：', en: ': ' } as const;

/** What a statement states, in a line: `主体封顶 80%（上次 60%），预计6月30日完成，说明：塔吊已到位`. */
export function keptLine(kept: Kept, reader: Reader): string {
  const { language, program, today } = reader;
  const say = inLanguage(words, language);
  const day = (date: NonNullable<Kept['doneOn']>) => dayWords(date, language, program.year);
  const head: string[] = [];
  if (kept.milestone !== null) {
    const progress =
      kept.percent === 100
        ? kept.doneOn
          ? say.doneOn(day(kept.doneOn))
          : say.done
        : kept.percent === null
          ? ''
          : say.percent(kept.percent);
    const beside =
      kept.stays !== null
        ? say.stays(kept.stays)
        : kept.before !== null && kept.percent !== null && kept.before !== kept.percent
          ? say.before(kept.before)
          : null;
    const inBrackets = beside === null ? '' : language === 'zh' ? `（${beside}）` : ` (${beside})`;
    head.push(`${escapeText(milestoneName(kept.milestone, language))} ${progress}${inBrackets}`.trim());
  }
  if (kept.forecast) head.push(say.forecast(day(kept.forecast)));
  if (kept.investment !== null)
    head.push(say.investment(yearWords(program.year, today, language), moneyWords(kept.investment, language)));
  if (kept.note !== '') head.push(`${say.noted}${colon[language]}${escapeText(kept.note)}`);
  if (kept.late) head.push(say.late(day(kept.onDay)));
  return head.join(comma[language]);
}

/** The lines of one statement, the last with how much evidence it has. */
function keptLines(kept: readonly Kept[], reader: Reader): string[] {
  const { language } = reader;
  const lines = kept.map((each) => keptLine(each, reader));
  const evidence = kept[0]?.evidence;
  if (!evidence || !hasEvidence(evidence)) return lines;
  return [...lines.slice(0, -1), `${lines.at(-1)}${comma[language]}${evidenceWords(evidence, language)}`];
}

/** The private answer: what was understood, with undo and amend; of an amendment, `left` is what it did not touch; `trips`: what was answered below it. */
export function keptMessage(
  kept: readonly Kept[],
  cause: string,
  reader: Reader,
  left: readonly Kept[] | null = null,
  trips: TripAnswers = new Map(),
): Message {
  const { language } = reader;
  const say = inLanguage(words, language);
  const said = keptLines(kept, reader);
  const lines = kept.map((each, place) => `*${each.code} ${escapeText(each.projectName)}*\n${said[place]}`);
  const title = left === null ? say.kept : say.amended;
  const stays = (left ?? []).map((each) => say.left(`${each.code} ${keptLine(each, reader)}`));
  return {
    text: `${title}${colon[language]}${kept.map((each, place) => `${each.code} ${said[place]}`).join('; ')}`.slice(
      0,
      3500,
    ),
    blocks: [
      section(`${title}${colon[language].trimEnd()}\n${lines.join('\n')}`),
      ...(stays.length === 0 ? [] : [context(stays.join('\n'))]),
      ...tripBlocks(reader, kept, cause, trips),
      actions(button(ids.undo, { cause }, say.undo), button(ids.amend, { cause }, say.amend)),
    ],
  };
}

/** Asked before what was said is taken back: percents would fall, and why is kept. `press`: the button of a reason. */
export function whyUndoMessage(falls: readonly Fallen[], press: (why: string) => Button, language: Language): Message {
  const say = inLanguage(words, language);
  const lines = falls.map(({ code, milestone, from, to }) =>
    say.fallsBack(`${code} ${escapeText(milestoneName(milestone, language))}`, from, to),
  );
  return {
    text: `${say.whyUndo} ${lines.join('; ')}`,
    blocks: [
      section([`*${say.whyUndo}*`, ...lines].join('\n')),
      actions(
        ...[say.tooHigh, say.wrongPlace, say.twice].map((why, place) => {
          const made = press(why);
          return { ...made, action_id: `${made.action_id}#${place}`, text: { ...made.text, text: why } };
        }),
      ),
    ],
  };
}

/** In the place of the private answer once it was taken back. */
export function undoneAnswer(kept: readonly Kept[], reader: Reader, why: string | null = null): Message {
  const { language } = reader;
  const say = inLanguage(words, language);
  const lines = kept.map(
    (each) => `${each.code} ${escapeText(each.projectName)}${colon[language]}${keptLine(each, reader)}`,
  );
  return {
    text: say.undone,
    blocks: [
      section(`${say.undone}${colon[language].trimEnd()}\n${lines.join('\n')}`),
      context(why === null ? say.undoneHint : `${say.because(escapeText(why))} · ${say.undoneHint}`),
    ],
  };
}

/** The line in the project's thread, of the statement that `cause` made. */
export function threadMessage(person: Person, kept: readonly Kept[], cause: string, reader: Reader): Message {
  const { language } = reader;
  const text = `*${escapeText(language === 'zh' ? person.name : person.nameEn)}*${colon[language]}${keptLines(kept, reader).join('\n')}`;
  const evidence = kept[0]?.evidence;
  if (!evidence || !hasEvidence(evidence)) return { text, blocks: [section(text)] };
  return { text, blocks: [section(text), actions(button(ids.evidence, { cause }, inLanguage(words, language).see))] };
}

/** The same line once it was taken back or amended: what was said stays readable. */
export function undoneMessage(
  person: Person,
  kept: readonly Kept[],
  reader: Reader,
  { amended, left, why }: { readonly amended: boolean; readonly left: readonly Kept[]; readonly why: string | null },
): Message {
  const { language } = reader;
  const say = inLanguage(words, language);
  const name = escapeText(language === 'zh' ? person.name : person.nameEn);
  const lines = [...left.map((each) => keptLine(each, reader)), ...kept.map((each) => `~${keptLine(each, reader)}~`)];
  const ending = amended ? say.amendedLine : say.undoneLine;
  const reason = why === null ? '' : `${comma[language]}${say.because(escapeText(why))}`;
  const text = `${name}${colon[language]}${lines.join('\n')}\n_${ending}${reason}_`;
  return { text, blocks: [section(text)] };
}
