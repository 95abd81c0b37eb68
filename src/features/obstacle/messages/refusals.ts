import { dayWords } from '../../../domain/day-words.js';
import type { ObstacleRefusal } from '../../../domain/obstacle.js';
import type { RefusedLine } from '../../../domain/report-line.js';
import type { Ctx, Outcome, Refusal } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { MovedTo } from '../model.js';
import { headText } from './face.js';
import { caseWords, phrasesOf } from './parts.js';

export const words = {
  ...caseWords,
  faultProject: { zh: '请选一个项目', en: 'Choose a project' },
  faultText: { zh: '请写明什么卡住了', en: 'Say what stands in the way' },
  faultAlike: {
    zh: (number: number) => `同一项目已有相近的卡点 ${number} 号；确是另一件，请写明不同之处`,
    en: (number: number) => `Obstacle ${number} of this project says much the same; if it is another, say what differs`,
  },
  faultPromised: { zh: '请选承诺的日期', en: 'Choose the promised day' },
  faultDayOff: {
    zh: (day: string, offer: string) => `${day}是休息日，最近的工作日是 ${offer}`,
    en: (day: string, offer: string) => `${day} is a day off; the next working day is ${offer}`,
  },
  faultPast: {
    zh: (day: string, offer: string) => `${day} 18:00 已过，最早可以承诺 ${offer}`,
    en: (day: string, offer: string) => `18:00 of ${day} is over; the first day to promise is ${offer}`,
  },
  faultEmpty: { zh: '请填写', en: 'Fill this in' },
  faultRule: {
    zh: '紧箍咒要写明改了哪条规定才能办结',
    en: 'A shackle is resolved by naming the rule that was changed',
  },
  faultDepartment: { zh: '请选一个单位', en: 'Choose a department' },
  listUnread: {
    zh: (typed: string) => ({
      wrong: `没有「${typed}」这种筛选。`,
      instead:
        '可写：我的、等我、本单位、超期，或事项（土地、资金……），或层级（责任单位、职能部门、包保领导、一线总指挥）。',
    }),
    en: (typed: string) => ({
      wrong: `There is no filter "${typed}".`,
      instead:
        'use mine, waiting, my unit, overdue, a matter (land, funds …) or a rung (unit, department, sponsor, commander).',
    }),
  },
  unknown: {
    zh: { wrong: '没有这个卡点，或者不在您可以查看的范围内。', instead: '用 /obstacle list 看您可以看的卡点。' },
    en: {
      wrong: 'There is no such obstacle, or it is outside of what you may see.',
      instead: 'use /obstacle list for those that you may see.',
    },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有办：${why}。`, instead: '需要补充情况，可以留言。' }),
    en: (why: string) => ({ wrong: `Not done: ${why}.`, instead: 'add a comment if you know more.' }),
  },
  meanwhile: {
    zh: { wrong: '您按之前，这个卡点已有变化，没有办。', instead: '请看最新的卡片，再决定。' },
    en: {
      wrong: 'This obstacle had changed before you pressed, so nothing was done.',
      instead: 'Look at the newest card, then decide.',
    },
  },
  refusedClosed: {
    zh: { wrong: '已经销号，不再变动。', instead: '同样的问题又出现，请另提一个，写上“同卡点几号”。' },
    en: {
      wrong: 'It is closed for good.',
      instead: 'flag a new one where it comes back, and write "see obstacle" with its number.',
    },
  },
  refusedNotOpen: {
    zh: { wrong: '已经办结，等待核实，现在不能这样做。', instead: '没有真正解决，请由提出人退回。' },
    en: {
      wrong: 'It is resolved and waits to be verified, so this cannot be done now.',
      instead: 'if it is not cleared, who raised it returns it.',
    },
  },
  refusedNotResolved: {
    zh: { wrong: '还没有办结，不能核实或退回。', instead: '等办结后再核实。' },
    en: { wrong: 'It is not resolved, so there is nothing to verify.', instead: 'verify it once it is.' },
  },
  refusedClaimed: {
    zh: { wrong: '已经有人认领。', instead: '有情况请留言；到承诺的日期没有办结会自动提级。' },
    en: {
      wrong: 'Somebody has claimed it.',
      instead: 'comment if you know more; a missed promise raises it by itself.',
    },
  },
  refusedSame: {
    zh: { wrong: '期限没有变化，不用改。', instead: '照常办理即可。' },
    en: { wrong: 'The deadlines have not changed.', instead: 'go on as it is.' },
  },
  refusedAtTop: {
    zh: { wrong: '已在最高一级，不能再提级。', instead: '请认领或办结。' },
    en: { wrong: 'It is at the top of the ladder.', instead: 'claim or resolve it.' },
  },
  refusedHandOver: {
    zh: { wrong: '只有在职能部门一级、还没有认领时可以转办，而且只能转一次。', instead: '解决不了请提级。' },
    en: {
      wrong: 'It can be handed over once, by the responsible department, before it is claimed.',
      instead: 'raise it where you cannot clear it.',
    },
  },
  refusedText: {
    zh: { wrong: '没有写内容，没有办。', instead: '请写明理由或内容。' },
    en: { wrong: 'Nothing was written, so nothing was done.', instead: 'say why or what.' },
  },
  empty: {
    zh: {
      wrong: '没有看出卡在哪里，没有提出。',
      instead: '请写项目和问题，例如：/obstacle P-017 土地指标未批，影响开工。',
    },
    en: {
      wrong: 'It does not say what stands in the way, so nothing was flagged.',
      instead: 'give the project and the trouble, such as: /obstacle P-017 土地指标未批,影响开工.',
    },
  },
  unknownProject: {
    zh: (typed: string) => ({
      wrong: `没有 ${typed} 这个项目，或您看不到，没有提出。`,
      instead: '请核对编号，或写项目名称、简称。',
    }),
    en: (typed: string) => ({
      wrong: `There is no ${typed}, or you may not see it; nothing was flagged.`,
      instead: 'check the code, or give the project’s name.',
    }),
  },
  tooLong: {
    zh: { wrong: '这一条太长，没有提出。', instead: '一条只说一个卡点，不超过 1000 字；长材料请作为附件。' },
    en: {
      wrong: 'This is too long and was not flagged.',
      instead: 'say one obstacle in a line of at most 1,000 characters, and attach long texts.',
    },
  },
} as const satisfies Phrases;

const bare = (refusal: { readonly wrong: string; readonly instead: string }): Refusal => ({
  ...refusal,
  understood: null,
});

const refuse = (refusal: Parameters<typeof bare>[0]): Outcome => ({ kind: 'refuse', refusal: bare(refusal) });

/** There is none such, or it is not for this person to see: which of both is not said. */
export function unknownRefusal(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.unknown);
}

export function deniedRefusal(ctx: Ctx, why: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.denied(why));
}

export function tooLongRefusal(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.tooLong);
}

/** A list was asked for by something that is no filter. */
export function filterRefusal(ctx: Ctx, typed: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.listUnread(typed));
}

/** What may be missing in a field of a form, for what its verb looks at first. */
export function formFaults(ctx: Ctx) {
  const say = inLanguage(words, ctx.language);
  return {
    project: say.faultProject,
    text: say.faultText,
    alike: say.faultAlike,
    promised: say.faultPromised,
    department: say.faultDepartment,
  };
}

/** A line that was read but cannot be taken. */
export function misreadRefusal(ctx: Ctx, refused: RefusedLine | null): Refusal {
  const say = inLanguage(words, ctx.language);
  return refused?.why === 'unknown-project'
    ? bare(say.unknownProject(escapeText(refused.typed ?? '')))
    : { ...say.empty, understood: refused?.project ?? null };
}

/** Why an act was refused, at the field of the form where it is wrong, or null where no field is. */
export function fieldErrors(ctx: Ctx, refused: ObstacleRefusal): Readonly<Record<string, string>> | null {
  const say = inLanguage(words, ctx.language);
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, ctx.language, ctx.program.year);
  switch (refused.because) {
    case 'promise-day-off':
      return { promised: say.faultDayOff(day(refused.day), day(refused.offer)) };
    case 'promise-past':
      return { promised: say.faultPast(day(refused.day), day(refused.offer)) };
    case 'text-missing':
      return { text: say.faultEmpty };
    case 'rule-missing':
      return { rule: say.faultRule };
    case 'same-department':
      return { department: say.faultDepartment };
    default:
      return null;
  }
}

/** Why nothing was done, to the one who tried, with what happened meanwhile and the way on. */
export function notMoved(ctx: Ctx, result: Exclude<MovedTo, { kind: 'moved' }>): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (result.kind) {
    case 'unknown':
      return unknownRefusal(ctx);
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(result.why), understood: say.number(result.obstacle.number) } };
    case 'refused':
      return {
        kind: 'refuse',
        refusal: { ...refusedWords(ctx, result.refused), understood: say.number(result.obstacle.number) },
      };
    case 'meanwhile':
      return { kind: 'say', message: meanwhileMessage(ctx, result) };
  }
}

function meanwhileMessage(ctx: Ctx, result: Extract<MovedTo, { kind: 'meanwhile' }>): Message {
  const phrases = phrasesOf(result, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const happened = result.steps.map(({ step }) => `• ${phrases.step(step)}`).join('\n');
  return {
    text: say.meanwhile.wrong,
    blocks: [
      section(`*${say.meanwhile.wrong}*\n${headText(phrases)}\n${happened}\n${say.meanwhile.instead}`),
      actions(button(ids.card, { id: result.obstacle.id }, say.details)),
    ],
  };
}

function refusedWords(ctx: Ctx, refused: ObstacleRefusal): { readonly wrong: string; readonly instead: string } {
  const say = inLanguage(words, ctx.language);
  switch (refused.because) {
    case 'closed':
      return say.refusedClosed;
    case 'not-open':
      return say.refusedNotOpen;
    case 'not-resolved':
      return say.refusedNotResolved;
    case 'claimed':
      return say.refusedClaimed;
    case 'policy-same':
      return say.refusedSame;
    case 'at-top':
      return say.refusedAtTop;
    case 'not-at-department':
    case 'handed-over-before':
    case 'same-department':
      return say.refusedHandOver;
    case 'promise-day-off':
    case 'promise-past':
    case 'text-missing':
    case 'rule-missing':
      return say.refusedText;
  }
}
