import type { Button, KnownBlock } from '@slack/types';
import { LIGHT_MARKS, LIGHT_WORDS } from '../../../domain/because.js';
import { countEn } from '../../../domain/day-words.js';
import type { LitProject } from '../../../domain/digest/goals.js';
import { type DigestScope, LIGHTS, type Light } from '../../../domain/plan.js';
import { reasonWords } from '../../../domain/reason.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { openList } from '../../digest/ids.js';
import { leadButtons } from '../../project/door.js';
import { ids as projectIds } from '../../project/ids.js';
import type { LitGroup } from '../model.js';

/** The lights of a group of projects. */
export const words = {
  unit: { zh: '本单位的项目', en: 'The projects of your unit' },
  sponsored: { zh: '您包保的项目', en: 'The projects that you sponsor' },
  plan: { zh: '全部项目', en: 'The whole plan' },
  unlit: { zh: '不亮灯', en: 'no light' },
  card: { zh: '卡片', en: 'Card' },
  moreReds: {
    zh: (count: number) => `另有${count}个，按下面的按钮看`,
    en: (count: number) => `${count} more: press below`,
  },
  silent: {
    zh: (owners: string) => `三天没有答复催报的：${owners}`,
    en: (owners: string) => `Did not answer for three days: ${owners}`,
  },
  noSilent: { zh: '没有连续三天不答复催报的。', en: 'Everybody answered within three days.' },
  owner: {
    zh: (name: string, count: number) => `${name}（${count}个节点）`,
    en: (name: string, count: number) => `${name} (${countEn(count, 'milestone')})`,
  },
} as const satisfies Phrases;

/** How many of the worst a group names; the buttons open the others. */
const MOST_WORST: Readonly<Record<LitGroup['of'], number>> = { unit: 5, sponsor: 6, plan: 5 };
const MOST_SILENT = 8;

/** Projects by their lights: the counts, the worst by name with their cards, who did not answer, the lists behind the counts. */
export function groupBlocks(ctx: Ctx, group: LitGroup): KnownBlock[] {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const of = (light: Light | null) => group.lit.filter(({ lit }) => lit.light === light);
  const counts = [...LIGHTS]
    .reverse()
    .map((light) => `${LIGHT_MARKS[light]} ${LIGHT_WORDS[light][language]} ${of(light).length}`);
  const unlit = of(null).length;
  const worst = [...of('red'), ...(group.of === 'sponsor' ? of('amber') : [])];
  const shown = worst.slice(0, MOST_WORST[group.of]);
  const gap = zh ? '　' : ' · ';
  return [
    header(say[group.of === 'sponsor' ? 'sponsored' : group.of]),
    section([...counts, ...(unlit === 0 ? [] : [`${say.unlit} ${unlit}`])].join(gap)),
    ...shown.flatMap(worstBlocks),
    ...(worst.length > shown.length ? [context(say.moreReds(worst.length - shown.length))] : []),
    ...silent(),
    ...lists(),
  ];

  /** One of the worst with what its reader may do: leaders act from the row. */
  function worstBlocks(each: LitProject): KnownBlock[] {
    const card = button(projectIds.card, { id: each.project.id }, say.card);
    const leads = leadButtons(ctx, each.project);
    return leads.length === 0 ? [section(worstText(each), card)] : [section(worstText(each)), actions(card, ...leads)];
  }

  function worstText({ project, lit }: LitProject): string {
    const [reason] = lit.reasons;
    const why = reason === undefined ? '' : escapeText(clip(reasonWords(reason, language, program.year), 120));
    const mark = lit.light === null ? '' : `${LIGHT_MARKS[lit.light]} `;
    return `${mark}*${project.code}* ${escapeText(clip(project.name, 30))}\n${why}`;
  }

  function silent(): KnownBlock[] {
    if (group.unreported === null) return [];
    if (group.unreported.length === 0) return [context(say.noSilent)];
    const owners = new Map<number, { name: string; count: number }>();
    for (const { ownerId, ownerName } of group.unreported) {
      const known = owners.get(ownerId);
      owners.set(ownerId, { name: ownerName[language], count: (known?.count ?? 0) + 1 });
    }
    const named = [...owners.values()].map(({ name, count }) => say.owner(escapeText(clip(name, 20)), count));
    const more = named.length > MOST_SILENT ? ['…'] : [];
    return [section(say.silent([...named.slice(0, MOST_SILENT), ...more].join(zh ? '、' : ', ')))];
  }

  /** The lists behind the numbers, of this very moment; not where the group is of several units. */
  function lists(): KnownBlock[] {
    const scope: DigestScope | null =
      group.of === 'plan' ? { of: 'plan' } : group.key === null ? null : { of: group.of, key: group.key };
    if (scope === null) return [];
    const open = (list: Light, label: string): Button =>
      button(
        openList,
        {
          scope,
          day: ctx.today,
          moment: ctx.now,
          knownAt: ctx.now,
          cadence: 'daily',
          after: null,
          list,
          goal: null,
          page: 0,
        },
        label,
      );
    const buttons = [...LIGHTS]
      .reverse()
      .filter((light) => of(light).length > 0)
      .map((light) => open(light, `${LIGHT_WORDS[light][language]} ${of(light).length}`));
    return buttons.length === 0 ? [] : [actions(...buttons)];
  }
}
