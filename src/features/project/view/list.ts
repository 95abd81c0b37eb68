import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { Listed } from '../act/find.js';
import { ids } from '../ids.js';
import { searchWords } from '../words.js';

/** A row of a list of projects, with the button to its card. */
export function listedBlock({ language }: Pick<Ctx, 'language'>, project: Listed): KnownBlock {
  const say = inLanguage(searchWords, language);
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
  const say = inLanguage(searchWords, ctx.language);
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
  const say = inLanguage(searchWords, ctx.language);
  const text = say.near(escapeText(clip(typed, 40)));
  return { text, blocks: [section(text), ...near.map((project) => listedBlock(ctx, project))] };
}
