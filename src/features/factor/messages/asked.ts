import { waiting } from '../../../domain/factor.js';
import type { PlanFactor } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { FactorNeed } from '../../../store/factors.js';
import type { NamedProject } from '../../../store/projects.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type KnownNeed, type NeedDraft } from '../ids.js';
import type { SeenPool } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  ask: { zh: '申请要素？', en: 'Ask for this?' },
  what: {
    zh: (factor: string, amount: string) => `${factor}：${amount}`,
    en: (factor: string, amount: string) => `${factor}: ${amount}`,
  },
  by: { zh: (day: string) => `${day}前要`, en: (day: string) => `needed by ${day}` },
  noDay: { zh: '要用的日期未登记', en: 'no day said' },
  divisible: { zh: '可拆分', en: 'divisible' },
  whole: { zh: '不可拆分', en: 'not divisible' },
  source: { zh: (text: string) => `台账：“${text}”`, en: (text: string) => `Ledger: “${text}”` },
  confirm: { zh: '确认', en: 'Confirm' },
  change: { zh: '改一改', en: 'Change' },
  howMuch: { zh: (factor: string) => `要多少${factor}？`, en: (factor: string) => `How much ${factor}?` },
  whichPart: {
    zh: (factor: string) => `${factor}要哪一种污染物？`,
    en: (factor: string) => `${factor}: which pollutant?`,
  },
  unsaid: { zh: '没有写数量，不代填', en: 'No amount was said; none is assumed' },
  unsaidPart: { zh: '没有写污染物，不代填', en: 'No pollutant was said; none is assumed' },
  fill: { zh: '填写', en: 'Fill in' },
  asked: {
    zh: (factor: string, amount: string) => `已申请：${factor}${amount}`,
    en: (factor: string, amount: string) => `Asked: ${factor}, ${amount}`,
  },
  place: {
    zh: (place: number, all: number) => `现在排第${place}，共${all}家`,
    en: (place: number, all: number) => `Place ${place} of ${all}`,
  },
  noPool: { zh: '还没有指标，来了按次序配', en: 'No pool yet; given in order once there is' },
} as const satisfies Phrases;

const projectOf = ({ code, name, nicknames }: NamedProject) => ({ code, name, nickname: nicknames[0]?.text ?? null });

/** What a line was understood as, to be asked for by one press. */
export function askPreview(ctx: Ctx, factor: PlanFactor, project: NamedProject, draft: NeedDraft): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const by = draft.neededBy === null ? say.noDay : say.by(phrases.day(draft.neededBy));
  const rows = [
    phrases.named(projectOf(project)),
    say.what(phrases.title(factor, draft.part), phrases.amount(draft.amount, factor)),
    `${by}${phrases.comma}${draft.divisible ? say.divisible : say.whole}`,
    ...(draft.source === null ? [] : [say.source(phrases.typed(draft.source))]),
  ];
  return {
    text: [say.ask, ...rows].join(' '),
    blocks: [
      section([`*${say.ask}*`, ...rows].join('\n')),
      actions(button(ids.ask, draft, say.confirm, 'primary'), button(ids.openAsk, draft, say.change)),
    ],
  };
}

/** What is missing of a request, as a question: the amount, or of environmental capacity the pollutant. */
export function askQuestion(ctx: Ctx, factor: PlanFactor, project: NamedProject, known: KnownNeed): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const name = phrases.title(factor, known.part ?? '');
  const title = known.amount === null ? say.howMuch(name) : say.whichPart(name);
  const rows = [
    phrases.named(projectOf(project)),
    ...(known.source === null ? [] : [say.source(phrases.typed(known.source))]),
    known.amount === null ? say.unsaid : say.unsaidPart,
  ];
  return {
    text: [title, ...rows].join(' '),
    blocks: [section([`*${title}*`, ...rows].join('\n')), actions(button(ids.openAsk, known, say.fill, 'primary'))],
  };
}

/** To the one who asked: its place in the order now. */
export function askedMessage(
  ctx: Ctx,
  factor: PlanFactor,
  project: NamedProject,
  need: FactorNeed,
  seen: SeenPool | null,
): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const line = seen?.lines.find(({ request }) => request.id === need.id);
  const place = seen?.places.get(need.id);
  const title = say.asked(phrases.title(factor, need.part), phrases.amount(waiting(need), factor));
  const rows = [
    `${phrases.named(projectOf(project))}${need.neededBy === null ? '' : `${phrases.comma}${say.by(phrases.day(need.neededBy))}`}`,
    ...(seen === null || seen.pool.batches.length === 0 ? [say.noPool] : []),
    ...(seen === null || place === undefined ? [] : [say.place(place, seen.places.size)]),
    ...(line === undefined ? [] : [phrases.reason(line.request, factor)]),
  ];
  return { text: [title, ...rows].join(' '), blocks: [section([`*${title}*`, ...rows].join('\n'))] };
}
