import type { Button } from '@slack/types';
import { daysBetween } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { SlipCase } from '../../../store/slips.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as progressIds } from '../../progress/ids.js';
import { type FormAct, ids, type PressAct } from '../ids.js';
import type { Acts, SeenSlip } from '../model.js';
import { mayOn } from '../rights.js';
import { type SlipPhrases, slipPhrases } from './parts.js';

export const words = {
  paper: { zh: '下载', en: 'Download' },
  sign: { zh: '签收', en: 'Sign' },
  report: { zh: '报进度', en: 'Report' },
  answer: { zh: '答复', en: 'Answer' },
  'ask-time': { zh: '申请延时', en: 'More time' },
  accept: { zh: '接受', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  'grant-time': { zh: '同意延时', en: 'Grant' },
  'refuse-time': { zh: '不同意', en: 'Refuse' },
  redden: { zh: '转红', en: 'Make red' },
  hold: { zh: '先不发', en: 'Hold' },
  drafted: { zh: '转红，待签发', en: 'Would turn red: to be issued' },
  held: { zh: '转红先不发', en: 'Not turned red for now' },
  behind: {
    zh: (day: string, pace: number, behind: number) => `${day}序时${pace}%，落后${behind}个百分点`,
    en: (day: string, pace: number, behind: number) => `Pace ${pace}% on ${day}: ${behind} behind`,
  },
  byItself: {
    zh: (unit: string, day: string) => `主送${unit} · ${day}自动发出`,
    en: (unit: string, day: string) => `To ${unit}\nIssued by itself, ${day}`,
  },
  void: { zh: '作废', en: 'Void' },
  to: {
    zh: (unit: string, office: string, day: string) => `主送${unit} · ${office}${day}签发`,
    en: (unit: string, office: string, day: string) => `To ${unit}\nIssued by ${office}, ${day}`,
  },
  urgent: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  unsigned: { zh: '按一下或报一次即签收', en: 'Any press or report signs for it' },
  signed: {
    zh: (who: string, day: string) => `${who}${day}签收`,
    en: (who: string, day: string) => `Signed by ${who}, ${day}`,
  },
  waiting: { zh: '该单位已有3张在办，办结一张再发', en: 'Its unit has 3 open: it goes out after one' },
  answered: {
    zh: (who: string, text: string) => `${who}答复：${text}`,
    en: (who: string, text: string) => `${who} answers: ${text}`,
  },
  judging: { zh: '等督查室定：接受或退回', en: 'The office accepts it or returns it' },
  returned: {
    zh: (count: number, reason: string) => `已退回${count}次：${reason}`,
    en: (count: number, reason: string) => `Returned, time ${count}: ${reason}`,
  },
  moreTime: {
    zh: (day: string, reason: string) => `申请延时到${day}：${reason}`,
    en: (day: string, reason: string) => `More time to ${day} asked: ${reason}`,
  },
  decidedBy: { zh: (day: string) => `限${day}18:00前定`, en: (day: string) => `To be decided by ${day}, 18:00` },
  closed: { zh: (day: string) => `${day}办结`, en: (day: string) => `Closed on ${day}` },
  late: { zh: (days: number) => `，晚${days}天`, en: (days: number) => `, ${countEn(days, 'day')} late` },
  postponed: { zh: (who: string) => `节点延期（${who}同意）`, en: (who: string) => `date moved (${who} consents)` },
  withdrawn: { zh: '项目退出', en: 'its project left the plan' },
  paused: { zh: '项目暂停', en: 'its project is paused' },
  void_: { zh: (reason: string) => `作废：${reason}`, en: (reason: string) => `Void: ${reason}` },
} as const satisfies Phrases;

/** The message to its unit, or to who is to decide on it: one post each, edited as it goes on. */
export function slipPost(ctx: Acts, seen: SeenSlip, side: 'unit' | 'office', language: Language): Message {
  return messageOf(ctx, seen, language, side === 'unit' ? unitButtons : officeButtons, side === 'office');
}

/** A slip's card to one person, with the buttons that are theirs. */
export function cardMessage(ctx: Ctx, seen: SeenSlip): Message {
  const { slip } = seen;
  const judges = mayOn(ctx, 'judge-slip', slip);
  const buttons: Buttons = (...given) => [
    ...(mayOn(ctx, 'answer-slip', slip) ? unitButtons(...given) : []),
    ...(judges ? [...officeButtons(...given), ...endButtons(...given)] : []),
  ];
  const card = messageOf(ctx, seen, ctx.language, buttons, judges);
  const paper = button(ids.paper, { id: slip.id }, inLanguage(words, ctx.language).paper);
  return { ...card, blocks: [...card.blocks, actions(paper)] };
}

type Buttons = (ctx: Pick<Acts, 'today'>, slip: SlipCase, language: Language) => readonly Button[];

/** `judges`: its reader is told of what waits for the office's hand. */
function messageOf(
  ctx: Acts,
  { slip, people }: SeenSlip,
  language: Language,
  buttons: Buttons,
  judges: boolean,
): Message {
  const phrases = slipPhrases(ctx, language);
  const head = headRows(phrases, slip);
  const say = inLanguage(words, language);
  const draft = judges && isOut(slip) && slip.state.redDraft !== null ? slip.state.redDraft : null;
  const stands = [
    ...stateRows(phrases, slip, people),
    ...(draft === null ? [] : [draft === 'asked' ? say.drafted : say.held]),
  ];
  const unit = phrases.unit(slip.unitName);
  const issuedOn = phrases.day(phrases.dayOf(slip.issuedAt));
  const pressed = buttons(ctx, slip, language);
  return {
    text: clip([...head, ...stands].slice(0, 4).join(language === 'zh' ? '，' : ', '), 200),
    blocks: [
      section([`*${head[0]}*`, ...head.slice(1), ...stands].join('\n')),
      context(
        slip.issuedById === null
          ? say.byItself(unit, issuedOn)
          : say.to(unit, phrases.name(people, slip.issuedById), issuedOn),
      ),
      ...(pressed.length === 0 ? [] : [actions(...pressed)]),
    ],
  };
}

/** What it is about and until when: `督〔2020〕9号（蓝） · P-010 热处理中心`. */
function headRows(phrases: SlipPhrases, slip: SlipCase): readonly string[] {
  const project = phrases.project(slip);
  const milestone = phrases.milestone(slip);
  const say = inLanguage(words, phrases.language);
  return [
    project === '' ? phrases.title(slip) : `${phrases.title(slip)} · ${project}`,
    ...(slip.text === '' ? [] : [phrases.typed(slip.text)]),
    ...(milestone === null ? [] : [milestone]),
    ...behindRow(phrases, slip),
    ...(slip.obstacleNumber === null ? [] : [phrases.obstacle(slip.obstacleNumber)]),
    ...(slip.urgentReason === null ? [] : [say.urgent(phrases.typed(slip.urgentReason))]),
  ];
}

/** `6月12日序时41.1%，落后11.1个百分点` */
function behindRow(phrases: SlipPhrases, { state }: SlipCase): readonly string[] {
  const { pace, behind, paceOn } = state;
  if (pace === null || behind === null || paceOn === null) return [];
  return [inLanguage(words, phrases.language).behind(phrases.day(paceOn), pace, behind)];
}

const isOut = ({ state }: SlipCase): boolean => state.standing === 'open' || state.standing === 'answered';

function stateRows(phrases: SlipPhrases, slip: SlipCase, people: SeenSlip['people']): readonly string[] {
  const { state } = slip;
  const say = inLanguage(words, phrases.language);
  const { day, typed } = phrases;
  if (state.standing === 'void') {
    const because = state.voidBecause;
    if (because === null) return [say.void_(typed(state.voidReason ?? ''))];
    return [say.void_(because === 'postponed' ? say.postponed(phrases.name(people, state.voidedById)) : say[because])];
  }
  if (state.standing === 'closed' && state.endedOn !== null) {
    const late = state.endedOn > state.dueDay ? say.late(daysBetween(state.dueDay, state.endedOn)) : '';
    return [`${say.closed(day(state.endedOn))}${late}`];
  }
  const limit = `${phrases.until(phrases.dayOf(slip.issuedAt), state.dueDay)}${phrases.overdue(state.dueDay)}`;
  if (state.standing === 'waiting') return [limit, say.waiting];
  const signed =
    state.signedById === null || state.signedOn === null
      ? say.unsigned
      : say.signed(phrases.name(people, state.signedById), day(state.signedOn));
  return [
    limit,
    signed,
    ...(state.returned > 0 && state.standing === 'open'
      ? [say.returned(state.returned, typed(state.returnReason ?? ''))]
      : []),
    ...(state.standing === 'answered'
      ? [say.answered(phrases.name(people, state.answeredById), typed(state.answer ?? '')), say.judging]
      : []),
    ...(state.moreTimeTo === null || state.moreTimeDecidedBy === null
      ? []
      : [
          say.moreTime(day(state.moreTimeTo), typed(state.moreTimeReason ?? '')),
          say.decidedBy(day(state.moreTimeDecidedBy)),
        ]),
  ];
}

const pressOf = ({ id, state }: SlipCase, act: PressAct, language: Language, style?: 'primary') =>
  button(ids.press, { id, version: state.version, act }, inLanguage(words, language)[act], style);
const formOf = ({ id, state }: SlipCase, act: FormAct, language: Language, style?: 'danger') =>
  button(ids.act, { id, version: state.version, act }, inLanguage(words, language)[act], style);

/** A slip on a milestone is answered by the ordinary report, and no reply is written about it. */
const unitButtons: Buttons = ({ today }, slip, language) => {
  const { state, milestoneId, projectId } = slip;
  if (state.standing !== 'open') return [];
  const say = inLanguage(words, language);
  return [
    milestoneId !== null && projectId !== null
      ? button(progressIds.open, { project: projectId, milestone: milestoneId }, say.report, 'primary')
      : formOf(slip, 'answer', language),
    ...(state.signedById === null ? [pressOf(slip, 'sign', language)] : []),
    ...(state.moreTimeTo === null && today <= state.dueDay ? [formOf(slip, 'ask-time', language)] : []),
  ];
};

/** What waits for a decision. */
const officeButtons: Buttons = (_, slip, language) => [
  ...(slip.state.standing === 'answered'
    ? [pressOf(slip, 'accept', language, 'primary'), formOf(slip, 'return', language)]
    : []),
  ...(slip.state.moreTimeTo === null || !['open', 'answered'].includes(slip.state.standing)
    ? []
    : [pressOf(slip, 'grant-time', language), pressOf(slip, 'refuse-time', language)]),
  ...(isOut(slip) && slip.state.redDraft === 'asked'
    ? [pressOf(slip, 'redden', language, 'primary'), pressOf(slip, 'hold', language)]
    : []),
];

const endButtons: Buttons = ({ today }, slip, language) => {
  const { standing, colour, dueDay } = slip.state;
  if (standing === 'closed' || standing === 'void') return [];
  const overdue = standing !== 'waiting' && colour !== 'red' && today > dueDay && slip.state.redDraft !== 'asked';
  return [...(overdue ? [pressOf(slip, 'redden', language)] : []), formOf(slip, 'void', language, 'danger')];
};
