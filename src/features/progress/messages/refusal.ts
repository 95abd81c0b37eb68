import { dayWords, yearWords } from '../../../domain/day-words.js';
import { decimalText, yuanOf } from '../../../domain/exact.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { RefusedLine } from '../../../domain/report-line.js';
import { stepFurther } from '../../../domain/step-further.js';
import type { Ctx, Refusal } from '../../../feature.js';
import type { Names } from '../../../store/names.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import type { Refused } from '../model.js';

/** Why a line was not taken, and what to type instead. */
export const words = {
  tooLong: {
    zh: {
      wrong: '这一条太长，没有记下。',
      instead: '一条只说进度，不超过1000字；长材料请作为附件发到项目的讨论串。',
    },
    en: {
      wrong: 'This is too long and was not noted.',
      instead:
        'say the progress alone in a line of at most 1,000 characters; attach long texts in the project’s thread.',
    },
  },
  falls: {
    zh: (from: number, to: number, step: string) => ({
      wrong: `没有记下：上次${from}%，这次${to}%，变低了。`,
      instead: `写上原因，例如：${step} ${to}%，上次报多了`,
    }),
    en: (from: number, to: number, step: string) => ({
      wrong: `Not noted: it was ${from}%, this says ${to}%, which is lower.`,
      instead: `say why, such as: ${step} ${to}%, reported too high by mistake`,
    }),
  },
  future: {
    zh: (day: string, what: string) => ({
      wrong: `完成日期${day}还没有到，没有记下。`,
      instead: `还没完成的，写预计，例如：${what} 预计${day}完成`,
    }),
    en: (day: string, what: string) => ({
      wrong: `The day of completion, ${day}, is still to come, so it was not noted.`,
      instead: `give a forecast for what is not done, such as: ${what} expected ${day}`,
    }),
  },
  nothingNew: {
    zh: (example: string | null) => ({
      wrong: '没有看到进度，没有记下。',
      instead: `写百分数、完成日期或说明${example === null ? '' : `，例如：${example}`}`,
    }),
    en: (example: string | null) => ({
      wrong: 'No progress was found in it, so nothing was noted.',
      instead: `give a percent, a day of completion or a note${example === null ? '' : `, such as: ${example}`}`,
    }),
  },
  saidAlready: {
    zh: { wrong: '已报过，没有重复记。', instead: '有新进展，再报一句。' },
    en: { wrong: 'You said this already today; it was not noted twice.', instead: 'report again once there is news.' },
  },
  'amount-falls': {
    zh: (limit: string, said: string, again: string) => ({
      wrong: `累计投资变小了：上次 ${limit}，这次 ${said}，没有记下。`,
      instead: `上次报多了，写上“更正”再报一次，例如：${again}`,
    }),
    en: (limit: string, said: string, again: string) => ({
      wrong: `The year’s investment falls: it was ${limit}, this says ${said}, and was not noted.`,
      instead: `if the earlier figure was too high, say so, such as: ${again}`,
    }),
  },
  'over-total': {
    zh: (limit: string, said: string) => ({
      wrong: `累计投资 ${said}，超过总投资 ${limit}，没有记下。`,
      instead: '请核对单位；确实如此，写上“更正”再报一次。',
    }),
    en: (limit: string, said: string) => ({
      wrong: `${said} invested is more than the project’s total of ${limit}, and was not noted.`,
      instead: 'check the unit; if it is so, send it again with the word “correction”.',
    }),
  },
  'over-year': {
    zh: (limit: string, said: string) => ({
      wrong: `一次增加到${said}，超过全年计划 ${limit}，没有记下。`,
      instead: '请核对单位；确实如此，写上“更正”再报一次。',
    }),
    en: (limit: string, said: string) => ({
      wrong: `${said} at once is more than the year’s plan of ${limit}, and was not noted.`,
      instead: 'check the unit; if it is so, send it again with the word “correction”.',
    }),
  },
  'year-over': {
    zh: (year: number) => ({
      wrong: `没有记下：这里只记${year}年的投资，${year}年已结束。`,
      instead: `补报${year}年的，不写“今年”，例如：完成投资9000万。`,
    }),
    en: (year: number) => ({
      wrong: `Not noted: only the investment of ${year} is kept here, and ${year} is over.`,
      instead: `for ${year}, leave out “this year”, such as: invested 90 million.`,
    }),
  },
  'other-year': {
    zh: (year: number, called: string) => ({
      wrong: `没有记下：这里只记${year}年的投资。`,
      instead: `写${year}年的数，例如：${called}累计完成投资9000万。`,
    }),
    en: (year: number, called: string) => ({
      wrong: `Not noted: only the investment of ${year} is kept here.`,
      instead: `give the figure of ${year}, such as: invested 90 million ${called}.`,
    }),
  },
  lastAmount: { zh: (amount: string) => `上次 ${amount}`, en: (amount: string) => `before ${amount}` },
  denied: {
    zh: (why: string) => ({
      wrong: `没有记下：${why}。`,
      instead: '请告诉该项目的责任人，由他上报；责任人有变动，请告诉项目办。',
    }),
    en: (why: string) => ({
      wrong: `Not noted: ${why}.`,
      instead: 'tell the owner of the project; if the owner has changed, tell the coordinators.',
    }),
  },
  unknownProject: {
    zh: (typed: string) => ({
      wrong: `没有 ${typed} 这个项目，或您看不到，没有记下。`,
      instead: '请核对编号，或写项目名称、简称。',
    }),
    en: (typed: string) => ({
      wrong: `There is no ${typed}, or you may not see it; nothing was noted.`,
      instead: 'check the code, or give the project’s name.',
    }),
  },
  over100: {
    zh: (percent: string, example: string | null) => ({
      wrong: `进度 ${percent} 超过 100%，没有记下。`,
      instead: example === null ? '写 0 到 100 之间的数' : `改成：${example}`,
    }),
    en: (percent: string, example: string | null) => ({
      wrong: `Progress of ${percent} is more than 100%, so it was not noted.`,
      instead: example === null ? 'give a number from 0 to 100.' : `try: ${example}`,
    }),
  },
  overtaken: {
    zh: (now: string) => ({
      wrong: `没有记下：这一条来晚了，之后已有新的${now}。`,
      instead: '还要改的，再发一次。',
    }),
    en: (now: string) => ({
      wrong: `Not noted: this came late, and something newer stands${now}.`,
      instead: 'if it must change, send it again.',
    }),
  },
  undoDenied: { zh: '这一条不能撤销', en: 'This cannot be taken back' },
  undoWhich: {
    zh: (said: string, why: string) => `撤销“${said}”，${why}`,
    en: (said: string, why: string) => `undo "${said}"; ${why}`,
  },
  undoInstead: {
    zh: '再报一次最新进度，或请项目办更正。',
    en: 'report the newest progress again, or ask the coordinators to correct it.',
  },
} as const satisfies Phrases;

const parts = (...texts: (string | null | undefined)[]): string | null =>
  texts.filter((text) => text).join(' · ') || null;

const named = (names: Names, code: string | null): string | null => {
  const project = code === null ? undefined : names.byCode.get(code);
  return project ? `${project.code} ${escapeText(project.name)}` : code;
};

/** A line that was read but cannot be taken; `example`: one that could be. */
export function misreadRefusal(ctx: Ctx, names: Names, refused: RefusedLine, example: string | null): Refusal {
  const say = inLanguage(words, ctx.language);
  const understood = parts(
    named(names, refused.project),
    refused.milestone && escapeText(milestoneName(refused.milestone, ctx.language)),
    refused.percent === null ? null : `${refused.percent}%`,
  );
  const what = [refused.project, refused.milestone && escapeText(refused.milestone)].filter(Boolean).join(' ');
  const refusal = {
    empty: say.nothingNew(example),
    'unknown-project': say.unknownProject(escapeText(refused.typed ?? '')),
    'not-owner': say.denied(notOwner(ctx.language)),
    'over-100': say.over100(refused.percent === null ? '' : `${refused.percent}%`, example),
    'future-date': say.future(refused.day ? dayWords(refused.day, ctx.language) : '', what),
    falls: say.falls(refused.previous ?? 0, refused.percent ?? 0, what),
  }[refused.why];
  return { ...refusal, understood };
}

const notOwner = (language: Language) =>
  language === 'zh'
    ? '您不是这个项目或节点的责任人，也不是其单位负责人'
    : 'you own neither the project nor a milestone of it and do not head its unit';

/** The line that says the same figures as a correction, exact to the yuan. */
function correctedFigures({ project, investment }: Refused['item'], language: Language): string {
  const yuan = yuanOf(investment ?? 0);
  return language === 'zh'
    ? `${project.code} 更正 完成投资${decimalText(yuan, 4)}万`
    : `${project.code} correction, invested ${decimalText(yuan, 6)} million`;
}

/** A statement that was understood and may not be kept. */
export function refusedRefusal(ctx: Ctx, refused: Refused): Refusal {
  const say = inLanguage(words, ctx.language);
  const { item } = refused;
  const understood = parts(
    `${item.project.code} ${escapeText(item.project.name)}`,
    item.milestone && escapeText(milestoneName(item.milestone.name, ctx.language)),
    item.percent === null ? null : `${item.percent}%`,
    item.investment === null ? null : moneyWords(item.investment, ctx.language),
    'limit' in refused && refused.before !== null ? say.lastAmount(moneyWords(refused.before, ctx.language)) : null,
  );
  const what = [item.project.code, item.milestone && escapeText(item.milestone.name)].filter(Boolean).join(' ');
  const refusal = (() => {
    switch (refused.because) {
      case 'falls':
        return say.falls(refused.from, refused.to, what);
      case 'future':
        return say.future(dayWords(refused.day, ctx.language), what);
      case 'nothing-new':
        return say.nothingNew(`${what} ${stepFurther(item.percent)}%`);
      case 'said-already':
        return say.saidAlready;
      case 'overtaken':
        return say.overtaken(
          refused.now === null ? '' : ctx.language === 'zh' ? `：${refused.now}%` : ` (${refused.now}%)`,
        );
      case 'year-over':
        return say[refused.because](refused.year);
      case 'other-year':
        return say[refused.because](refused.year, yearWords(refused.year, ctx.today, ctx.language));
      case 'amount-falls':
        return say[refused.because](
          moneyWords(refused.limit, ctx.language),
          moneyWords(item.investment ?? 0, ctx.language),
          correctedFigures(item, ctx.language),
        );
      case 'over-total':
      case 'over-year':
        return say[refused.because](
          moneyWords(refused.limit, ctx.language),
          moneyWords(item.investment ?? 0, ctx.language),
        );
      case 'denied':
        return say.denied(refused.why);
    }
  })();
  return { ...refusal, understood };
}
