import { waiting } from '../../../domain/factor.js';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import type { NamedProject } from '../../../store/projects.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type KnownNeed } from '../ids.js';
import type { Need, SeenPool } from '../model.js';
import { factorOf } from '../rights.js';
import { offerBlock } from './offer.js';
import { factorPhrases } from './parts.js';

const words = {
  title: { zh: '要素', en: 'Factors' },
  none: { zh: '还没有要素指标，也没有您的申请', en: 'No pools yet, and nothing asked by you' },
  how: {
    zh: '申请：/factor P-003 土地 32亩 6月20日前',
    en: 'Ask: /factor P-003 land 32 mu by 20 June',
  },
  waits: { zh: (amount: string) => `，还有${amount}在等`, en: (amount: string) => `, ${amount} waiting` },
  see: { zh: '看', en: 'Open' },
  more: {
    zh: (count: number) => `还有${count}个池：/factor 加名称`,
    en: (count: number) => `${count} more pools: /factor and a name`,
  },
  projectTitle: { zh: (project: string) => `要素 · ${project}`, en: (project: string) => `Factors · ${project}` },
  has: {
    zh: (factor: string, amount: string) => `${factor}：已配${amount}`,
    en: (factor: string, amount: string) => `${factor}: has ${amount}`,
  },
  wants: {
    zh: (factor: string, amount: string, by: string) => `${factor}：等${amount}${by}`,
    en: (factor: string, amount: string, by: string) => `${factor}: waits for ${amount}${by}`,
  },
  by: { zh: (day: string) => `，${day}前要`, en: (day: string) => `, by ${day}` },
  projectNone: { zh: '没有申请过要素', en: 'Nothing asked for' },
  back: { zh: (factor: string) => `退回${factor}`, en: (factor: string) => `Give back ${factor}` },
} as const satisfies Phrases;

/** A row for each pool that somebody sees. */
export function overviewMessage(ctx: Ctx, pools: readonly SeenPool[]): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const rows = pools.map((seen) => {
    const waits = seen.lines.reduce((sum, { request }) => sum + waiting(request), 0);
    return `${phrases.pool(seen)}${waits === 0 ? '' : say.waits(phrases.amount(waits, seen.factor))}`;
  });
  return {
    text: [say.title, ...rows].slice(0, 4).join(ctx.language === 'zh' ? '；' : '; '),
    blocks: [
      header(say.title),
      ...(pools.length === 0 ? [section(say.none)] : []),
      ...pools
        .slice(0, MOST)
        .map(({ pool }, index) => section(rows[index] ?? '', button(ids.list, { pool: pool.id, offset: 0 }, say.see))),
      ...(pools.length > MOST ? [context(say.more(pools.length - MOST))] : []),
      context(say.how),
    ],
  };
}

const MOST = 40;
const MOST_BACK = 3;

/** What a project asked for and has. */
export function projectMessage(
  ctx: Ctx,
  project: NamedProject,
  needs: readonly Need[],
  offered: KnownNeed | null,
): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const title = say.projectTitle(
    phrases.named({ code: project.code, name: project.name, nickname: project.nicknames[0]?.text ?? null }),
  );
  const rows = needs.flatMap((need) => {
    const factor = factorOf(ctx, need.factor);
    if (factor === null) return [];
    const name = phrases.title(factor, need.part);
    const waits = waiting(need);
    const by = need.neededBy === null ? '' : say.by(phrases.day(need.neededBy));
    return [
      ...(need.given > 0 ? [say.has(name, phrases.amount(need.given, factor))] : []),
      ...(waits > 0 ? [say.wants(name, phrases.amount(waits, factor), by), `　${phrases.reason(need, factor)}`] : []),
    ];
  });
  const said = rows.length === 0 ? [say.projectNone] : rows;
  return {
    text: [title, ...said].slice(0, 4).join(ctx.language === 'zh' ? '；' : '; '),
    blocks: [
      section([`*${title}*`, ...said].join('\n')),
      ...(offered === null ? [] : offerBlock(ctx, offered)),
      ...backBlocks(),
      ...(rows.length === 0 ? [context(say.how)] : [actions(button(ids.overview, {}, say.title))]),
    ],
  };

  function backBlocks() {
    const buttons = needs.flatMap((need) => {
      const factor = factorOf(ctx, need.factor);
      if (factor === null || need.given === 0 || !may(ctx.person, 'ask-factor', need).allowed) return [];
      return [button(ids.back, { id: need.id }, say.back(phrases.title(factor, need.part)))];
    });
    return buttons.length === 0 ? [] : [actions(...buttons.slice(0, MOST_BACK))];
  }
}
