import type { Phrases } from '../../../text/language.js';

/** Refusals and questions. */
export const refusalsWords = {
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
    zh: (typed: string) => ({ wrong: `台账里没有 ${typed}，没有提出。`, instead: '请核对编号，或写项目名称、简称。' }),
    en: (typed: string) => ({
      wrong: `The ledger has no ${typed}, so nothing was flagged.`,
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
  askProject: { zh: '说的是哪个项目？', en: 'Which project is this about?' },
  askMilestone: { zh: '卡住的是哪个节点？', en: 'Which milestone does it stop?' },
  askHint: {
    zh: '点一个即可；都不对，就把话说全再发一次。',
    en: 'Press one; if none fits, send the line again with everything in it.',
  },
  askOpen: {
    zh: '请写明项目编号再发一次，例如：/obstacle P-017 土地指标未批',
    en: 'Send it again with the project’s code, such as: /obstacle P-017 土地指标未批',
  },
  offer: { zh: '这一条像是卡点。要提出吗？', en: 'This sounds like an obstacle. Flag it?' },
  offerButton: { zh: '提出卡点', en: 'Flag it' },
} as const satisfies Phrases;
