import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { findPerson } from './act/see.js';
import { shareProject } from './act/share.js';
import { notOne } from './roster.js';
import { nameOf, refuse } from './view/parts.js';
import { words } from './words.js';

const CODE = /(?:^|\s)([a-z]+-?\d+)(?=\s|$)/i;

/** `/people share P-017 张三`, in either order. */
export async function shareLine(ctx: Ctx, rest: string, on: boolean): Promise<Outcome> {
  const say = inLanguage(words.people, ctx.language);
  const names = await ctx.store.names(ctx.program);
  const code = CODE.exec(rest)?.[1] ?? '';
  const project = [...names.byCode.values()].find((each) => plainCode(each.code) === plainCode(code));
  const called = rest.replace(CODE, ' ').trim();
  if (!project || called === '') return refuse(say.shareUnread);
  const found = await findPerson(ctx, called);
  if (found.kind !== 'one') return notOne(ctx, found, called);
  const shared = await shareProject(ctx, project, found.person.id, on);
  if (shared.kind === 'denied') return refuse(say.denied(shared.why));
  const who = nameOf(found.person, ctx.language);
  const what = `${project.code} ${escapeText(project.name)}`;
  const texts = on
    ? { changed: say.shared, same: say.sharedBefore }
    : { changed: say.unshared, same: say.unsharedBefore };
  return { kind: 'say', message: plain(texts[shared.kind](who, what)) };
}

const plainCode = (code: string): string =>
  code
    .toUpperCase()
    .replace('-', '')
    .replace(/(?<=[A-Z])0+/, '');
