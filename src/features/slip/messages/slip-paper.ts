import { dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Paper } from '../../../papers/paper.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Acts, SeenSlip } from '../model.js';
import { slipPhrases } from './parts.js';

const words = {
  head: { zh: '督办单', en: 'Supervision slip' },
  number: { zh: '文号', en: 'Number' },
  to: { zh: '主送', en: 'To' },
  matter: { zh: '事由', en: 'Matter' },
  demand: { zh: '要求', en: 'Demand' },
  limit: { zh: '时限', en: 'By' },
  issued: { zh: '签发', en: 'Issued' },
  due: {
    zh: (step: string, day: string) => `${step}，${day}到期`,
    en: (step: string, day: string) => `${step}, due ${day}`,
  },
  at: { zh: (percent: number) => `，现${percent}%`, en: (percent: number) => `, at ${percent}%` },
  behind: {
    zh: (day: string, pace: number, behind: number) => `${day}序时${pace}%，落后${behind}个百分点`,
    en: (day: string, pace: number, behind: number) => `pace ${pace}% on ${day}: ${behind} points behind`,
  },
  obstacle: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `obstacle ${number}` },
  finish: { zh: (step: string) => `按期完成“${step}”`, en: (step: string) => `Finish ${step} in time` },
  answer: { zh: '按期办结并答复', en: 'See to it in time, and answer' },
  urgent: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  by: { zh: (who: string, day: string) => `${who}　${day}`, en: (who: string, day: string) => `${who}, ${day}` },
  itself: { zh: (day: string) => `按序时自动发出　${day}`, en: (day: string) => `By itself, by the calendar, ${day}` },
  somebody: { zh: '（已离开）', en: '(left)' },
} as const satisfies Phrases;

/** A slip in the form that the office files: 文号, 主送, 事由, 要求, 时限, 签发. */
export function slipPaper(ctx: Acts, { slip, people }: SeenSlip, language: Language): Paper {
  const say = inLanguage(words, language);
  const phrases = slipPhrases(ctx, language);
  const { state, milestone, milestoneDue, milestonePercent } = slip;
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, language, 0);
  const step = milestone === null ? null : milestoneName(milestone, language);
  const project = slip.code === null ? [] : [`${slip.code} ${slip.projectName ?? ''}`.trim()];
  const at = milestonePercent === null || milestonePercent >= 100 ? '' : say.at(Math.floor(milestonePercent * 10) / 10);
  const matter = [
    ...project,
    ...(step === null ? [] : [milestoneDue === null ? `${step}${at}` : `${say.due(step, day(milestoneDue))}${at}`]),
    ...(state.pace === null || state.behind === null || state.paceOn === null
      ? []
      : [say.behind(day(state.paceOn), state.pace, state.behind)]),
    ...(slip.obstacleNumber === null ? [] : [say.obstacle(slip.obstacleNumber)]),
  ];
  const own = step === null ? say.answer : say.finish(step);
  const demand = [
    slip.text === '' ? own : slip.text,
    ...(slip.urgentReason === null ? [] : [say.urgent(slip.urgentReason)]),
  ];
  const issuedOn = day(phrases.dayOf(slip.issuedAt));
  const issuer = slip.issuedById === null ? undefined : people.get(slip.issuedById);
  const name = issuer === undefined ? say.somebody : language === 'zh' ? issuer.name : issuer.nameEn;
  return {
    head: say.head,
    line: { left: ctx.program.name[language], right: issuedOn },
    parts: [
      {
        kind: 'form',
        rows: [
          { label: say.number, value: phrases.title(slip) },
          { label: say.to, value: slip.unitName[language] },
          { label: say.matter, value: matter.length === 0 ? slip.text : matter.join('\n') },
          { label: say.demand, value: demand.join('\n') },
          { label: say.limit, value: day(state.dueDay) },
          { label: say.issued, value: slip.issuedById === null ? say.itself(issuedOn) : say.by(name, issuedOn) },
        ],
      },
    ],
    signed: [],
    language,
  };
}
