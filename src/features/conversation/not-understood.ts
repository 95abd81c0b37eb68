import { type Understanding, understandLine } from '../../domain/report-line.js';
import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import type { Names } from '../../store/names.js';
import type { NamedProject } from '../../store/projects.js';
import { lineOf, report, reportContext } from '../progress/door.js';
import { maySee } from '../project/door.js';
import { exampleOf } from './help.js';
import { isQuestion } from './input.js';
import { notUnderstoodMessage } from './messages/not-understood.js';
import type { MadeOut } from './model.js';

const NOTHING: MadeOut = { project: null, milestone: null, percent: null };

/**
 * Said to us and not clear: what a command would ask about is asked; for the rest, what was made out of it and the nearest
 * form, filled in.
 */
export async function notUnderstood(ctx: Ctx, message: SaidMessage): Promise<Outcome> {
  const names = await ctx.store.names(ctx.program);
  const thread = message.threadOf?.code ?? null;
  const understood = understandLine(message.text, names.ledger, reportContext(ctx, names, 'progress', thread));
  const madeOut = await seenOf(ctx, names, message.text, understood);
  const asks = isQuestion(message.text);
  if (!asks && understood.act === 'ask' && madeOut.project !== null)
    return report(ctx, { ...lineOf(message), surface: 'progress' });
  return { kind: 'say', message: notUnderstoodMessage(ctx, message, madeOut, asks, await exampleOf(ctx)) };
}

async function seenOf(ctx: Ctx, names: Names, text: string, understood: Understanding): Promise<MadeOut> {
  const said = partsOf(understood);
  const named = namedIn(names, text);
  // Whose only project it is may have meant it; said they have not.
  const inferred = /\d/.test(text) || said.milestone !== null ? said.project : null;
  const project = named ?? (inferred === null ? null : (names.byCode.get(inferred) ?? null));
  const searched = project && (await ctx.store.search(ctx.program)).byId.get(project.id);
  if (!project || !searched || !maySee(ctx, searched)) return NOTHING;
  const milestone =
    project.milestones.find(({ name }) => name === said.milestone) ??
    project.milestones.find(({ name }) => text.includes(name)) ??
    null;
  return { project, milestone, percent: said.percent };
}

function partsOf(understood: Understanding) {
  const none = { project: null, milestone: null, percent: null };
  switch (understood.act) {
    case 'report': {
      const [item] = understood.items;
      return item ? { ...item, percent: item.done ? 100 : item.percent } : none;
    }
    case 'ask':
      return understood.partial;
    case 'refuse':
      return { ...understood, percent: null };
    case 'obstacle':
      return { ...understood, percent: null };
    case 'none':
      return none;
  }
}

/** The one project whose code or name stands in a text. */
function namedIn(names: Names, text: string): NamedProject | null {
  const said = text.normalize('NFKC').toLowerCase();
  const named = [...names.byId.values()].filter(
    ({ code, name, nicknames }) =>
      new RegExp(`(?<![a-z0-9])${code.toLowerCase().replace('-', '-?')}(?!\\d)`).test(said) ||
      [name, ...nicknames.map((nickname) => nickname.text)].some((each) => said.includes(each.toLowerCase())),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}
