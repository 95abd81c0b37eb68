import type { KnownBlock } from '@slack/types';
import type { Responsibilities } from '../../../domain/responsibilities.js';
import { input, option } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { PartKind } from '../model.js';
import { partValue } from '../responsibility-parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  projects: {
    zh: (count: number) => `项目 ${count}`,
    en: (count: number) => `${count} project${count === 1 ? '' : 's'}`,
  },
  sponsored: { zh: (count: number) => `包保 ${count}`, en: (count: number) => `${count} sponsored` },
  milestones: {
    zh: (count: number) => `节点 ${count}`,
    en: (count: number) => `${count} milestone${count === 1 ? '' : 's'}`,
  },
  units: {
    zh: (count: number) => `单位主持 ${count}`,
    en: (count: number) => `head of ${count} unit${count === 1 ? '' : 's'}`,
  },
  obstacles: phrases.obstacles,
  duties: { zh: (count: number) => `角色 ${count}`, en: (count: number) => `${count} role${count === 1 ? '' : 's'}` },
  nothing: phrases.nothing,
  leavesProject: { zh: (what: string) => `项目　${what}`, en: (what: string) => `Project ${what}` },
  leavesSponsored: { zh: (what: string) => `包保　${what}`, en: (what: string) => `Sponsored ${what}` },
  leavesMilestone: { zh: (what: string) => `节点　${what}`, en: (what: string) => `Milestone ${what}` },
  leavesUnit: { zh: (what: string) => `主持　${what}`, en: (what: string) => `Head of ${what}` },
  leavesObstacle: { zh: (what: string) => `卡点　${what}`, en: (what: string) => `Obstacle ${what}` },
} as const satisfies Phrases;

/** Slack shows no more options in one menu. */
const MOST_OPTIONS = 100;

/** How much of what: `项目 7、节点 12、卡点 2`. */
export function countsWords(work: Responsibilities, language: Language, duties = 0): string {
  const say = inLanguage(words, language);
  const parts = [
    work.projects.length > 0 ? say.projects(work.projects.length) : '',
    work.sponsored.length > 0 ? say.sponsored(work.sponsored.length) : '',
    work.milestones.length > 0 ? say.milestones(work.milestones.length) : '',
    work.units.length > 0 ? say.units(work.units.length) : '',
    work.obstacles.length > 0 ? say.obstacles(work.obstacles.length) : '',
    duties > 0 ? say.duties(duties) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? say.nothing : parts.join(language === 'zh' ? '、' : ', ');
}

type Line = { readonly kind: PartKind; readonly id: number; readonly text: string };

/** Each thing of somebody's work, as a menu or a list names it; texts of people are as they typed them. */
export function workLines(work: Responsibilities, language: Language): readonly Line[] {
  const say = inLanguage(words, language);
  return [
    ...work.projects.map(({ id, code, name }) => ({
      kind: 'projects' as const,
      id,
      text: say.leavesProject(`${code} ${name}`),
    })),
    ...work.sponsored.map(({ id, code, name }) => ({
      kind: 'sponsored' as const,
      id,
      text: say.leavesSponsored(`${code} ${name}`),
    })),
    ...work.milestones.map(({ id, code, name }) => ({
      kind: 'milestones' as const,
      id,
      text: say.leavesMilestone(`${code} ${name}`),
    })),
    ...work.units.map(({ id, name }) => ({ kind: 'units' as const, id, text: say.leavesUnit(name[language]) })),
    ...work.obstacles.map(({ id, number, code, text }) => ({
      kind: 'obstacles' as const,
      id,
      text: say.leavesObstacle(`${number} · ${code} ${text}`),
    })),
  ];
}

/** A menu of several things of somebody's work. */
export const workField = (
  name: string,
  label: string,
  work: Responsibilities,
  hint: string,
  language: Language,
): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'multi_static_select',
      action_id: name,
      options: workLines(work, language)
        .slice(0, MOST_OPTIONS)
        .map((line) => option(line.text, partValue(line))),
    },
    { optional: true, hint },
  );
