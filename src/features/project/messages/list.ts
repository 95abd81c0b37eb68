import type { KnownBlock } from '@slack/types';
import { countEn } from '../../../domain/day-words.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Listed } from '../model.js';

export const words = {
  several: {
    zh: (typed: string, total: number) => `符合“${typed}”的项目${total}个`,
    en: (typed: string, total: number) => `${countEn(total, 'project')} for "${typed}"`,
  },
  narrower: {
    zh: (total: number) => `共${total}个，请再具体些。可以加上单位或责任人，例：/gongjian 开发区 产业园`,
    en: (total: number) =>
      `${total} in all; please be more precise. Add a unit or an owner, such as: /gongjian 开发区 产业园`,
  },
  open: { zh: '看卡片', en: 'Card' },
  none: {
    zh: (typed: string) => ({
      wrong: `没有找到“${typed}”，或者不在您可以查看的范围内。`,
      instead:
        '编号、名称的一部分、拼音首字母、单位或责任人，例：/gongjian P-017、/gongjian ajjkc。要看怎么用，发 /gongjian。',
    }),
    en: (typed: string) => ({
      wrong: `Nothing was found for "${typed}", or it is outside of what you may see.`,
      instead:
        'use a code, part of a name, its pinyin initials, a unit or an owner, such as: /gongjian P-017, /gongjian ajjkc. For help, send /gongjian.',
    }),
  },
  near: {
    zh: (typed: string) => `没有找到“${typed}”。是不是要找：`,
    en: (typed: string) => `Nothing was found for "${typed}". Did you mean:`,
  },
  gone: {
    zh: { wrong: '没有这个项目，或者不在您可以查看的范围内。', instead: '用 /gongjian 加名称再找一次。' },
    en: {
      wrong: 'There is no such project, or it is outside of what you may see.',
      instead: 'look for it again with /gongjian and its name.',
    },
  },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  paused: { zh: '暂停', en: 'paused' },
} as const satisfies Phrases;

/** A row of a list of projects, with the button to its card. */
export function listedBlock({ language }: Pick<Ctx, 'language'>, project: Listed): KnownBlock {
  const say = inLanguage(words, language);
  const parts = [
    project.unit === null ? '' : escapeText(clip(project.unit[language], 30)),
    project.owner === null ? '' : escapeText(clip(project.owner[language], 20)),
    project.standing === 'open' ? '' : say[project.standing],
  ].filter((part) => part !== '');
  return section(
    `*${project.code}* ${escapeText(clip(project.name, 60))}\n${parts.join(' · ')}`.trimEnd(),
    button(ids.card, { id: project.id }, say.open),
  );
}

/** Several projects that were found. */
export function severalMessage(ctx: Ctx, typed: string, projects: readonly Listed[], total: number): Message {
  const say = inLanguage(words, ctx.language);
  const title = say.several(clip(typed, 40), total);
  return {
    text: title,
    blocks: [
      header(title),
      ...projects.map((project) => listedBlock(ctx, project)),
      ...(total > projects.length ? [context(say.narrower(total))] : []),
    ],
  };
}

/** Nothing was found, but names come near. */
export function nearMessage(ctx: Ctx, typed: string, near: readonly Listed[]): Message {
  const say = inLanguage(words, ctx.language);
  const text = say.near(escapeText(clip(typed, 40)));
  return { text, blocks: [section(text), ...near.map((project) => listedBlock(ctx, project))] };
}

/** Nothing was found, nor does any name come near. */
export const noneRefusal = ({ language }: Pick<Ctx, 'language'>, typed: string): Outcome =>
  refuse(inLanguage(words, language).none(escapeText(clip(typed, 40))));

/** There is no such project, or it is not for this person to see: which of both is not said. */
export const goneRefusal = ({ language }: Pick<Ctx, 'language'>): Outcome => refuse(inLanguage(words, language).gone);
