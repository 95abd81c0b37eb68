import type { Phrases } from '../../../text/language.js';
import { caseWords } from './parts.js';

/** What is said where something was not done. */
export const words = {
  ...caseWords,
  faultProject: { zh: '请选一个项目', en: 'Choose a project' },
  faultText: { zh: '请写明什么卡住了', en: 'Say what stands in the way' },
  faultAlike: {
    zh: (number: number) => `同一项目已有相近的卡点${number}号；确是另一件，写明不同之处`,
    en: (number: number) => `Obstacle ${number} of this project says much the same; if it is another, say what differs`,
  },
  faultUrgent: {
    zh: '只写“急”不算原因，写明赶不上什么，例如：汛期将至，河道要先封',
    en: 'That it is urgent is no reason; say what is missed, such as: the flood season begins, the river must be closed first',
  },
  faultSince: { zh: (day: string) => `${day}还没有到`, en: (day: string) => `${day} lies ahead` },
  urgentEmpty: {
    zh: { wrong: '没有提出：加急没有写明原因。', instead: '写明赶不上什么，例如：加急：汛期将至，河道要先封' },
    en: {
      wrong: 'Not flagged: it does not say why it is urgent.',
      instead: 'say what is missed, such as: urgent: the flood season begins',
    },
  },
  sinceAhead: {
    zh: { wrong: '没有提出：从哪天卡住，这一天还没有到。', instead: '写今天或以前的日子。' },
    en: { wrong: 'Not flagged: the day since which it is stuck lies ahead.', instead: 'give today or an earlier day.' },
  },
  refusedUnconfirmed: {
    zh: { wrong: '还没有确认，现在不能这样做。', instead: '先由项目责任人确认；认领、办结也算确认。' },
    en: {
      wrong: 'It is not confirmed yet.',
      instead: 'the owner confirms it first; claiming or resolving it does so, too.',
    },
  },
  refusedConfirmed: {
    zh: { wrong: '已经确认过了。', instead: '有情况可以留言。' },
    en: { wrong: 'It was confirmed before.', instead: 'add a comment if you know more.' },
  },
  refusedQueried: {
    zh: { wrong: '已经退回补充过一次。', instead: '有情况可以留言；不属卡点的，写明原因结掉。' },
    en: { wrong: 'It was queried once before.', instead: 'comment, or say why it is no obstacle.' },
  },
  refusedDismissed: {
    zh: { wrong: '这个卡点的办理状态不对，没有办。', instead: '看最新的卡片再定。' },
    en: { wrong: 'It does not stand so that this could be done.', instead: 'look at its newest card.' },
  },
  refusedTakenUp: {
    zh: { wrong: '已经提过一次，不能再提。', instead: '有情况可以留言。' },
    en: { wrong: 'It was taken up once before.', instead: 'add a comment if you know more.' },
  },
  refusedUrgent: {
    zh: { wrong: '已经是加急。', instead: '照常办理即可。' },
    en: { wrong: 'It is urgent already.', instead: 'go on as it is.' },
  },
  refusedNoDepartment: {
    zh: { wrong: '这一类卡点不经过职能部门，不能转办。', instead: '写批示，或认领、办结。' },
    en: { wrong: 'Its ladder has no department.', instead: 'give an instruction, claim or resolve it.' },
  },
  refusedMerge: {
    zh: { wrong: '同一项目没有别的卡点可以并入。', instead: '不是同一件的，分别办理。' },
    en: { wrong: 'The project has no other open obstacle to merge it into.', instead: 'work on them one by one.' },
  },
  faultEmpty: { zh: '请填写', en: 'Fill this in' },
  faultRule: {
    zh: '紧箍咒要写明改了哪条规定才能办结',
    en: 'A shackle is resolved by naming the rule that was changed',
  },
  listUnread: {
    zh: (typed: string) => ({
      wrong: `没有“${typed}”这种筛选。`,
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
    zh: { wrong: '没有这个卡点，或者不在您可以查看的范围内。', instead: '用 /obstacle 列表 看您可以看的卡点。' },
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
  filledIn: { zh: '您填的：', en: 'You filled in:' },
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
    zh: (code: string) => ({
      wrong: '没有看出卡在哪里，没有提出。',
      instead: `写项目和问题，例如：/obstacle ${code} 土地指标未批，影响开工`,
    }),
    en: (code: string) => ({
      wrong: 'It does not say what stands in the way, so nothing was flagged.',
      instead: `give the project and the trouble, such as: /obstacle ${code} land quota not approved, the start waits`,
    }),
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
    zh: { wrong: '这一条太长，没有提出。', instead: '一条只说一个卡点，不超过1000字；长材料请作为附件。' },
    en: {
      wrong: 'This is too long and was not flagged.',
      instead: 'say one obstacle in a line of at most 1,000 characters, and attach long texts.',
    },
  },
} as const satisfies Phrases;
