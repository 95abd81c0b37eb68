import type { Ctx, Outcome } from '../../feature.js';
import { compareAgain } from './compare.js';
import { FORGET, MATCHES, type Match } from './matches.js';
import { columnsForm } from './messages/columns-form.js';
import { refuse } from './messages/refusals.js';
import type { OfImport, OpenImport, Refused, Remembered } from './model.js';
import { openImport } from './open-import.js';
import { showUpdated } from './show.js';

type Chosen = ReadonlyMap<number, string>;

/** The form that says what each head means. */
export async function openColumns(ctx: Ctx, { import: id }: OfImport): Promise<Outcome> {
  const open = await openImport(ctx, id);
  if ('refused' in open) return refuse(open);
  return { kind: 'view', view: columnsForm(open, await rememberedColumns(ctx), ctx.language) };
}

export async function columnsByForm(
  ctx: Ctx,
  { import: id }: OfImport,
  { column, known }: { readonly column: Chosen; readonly known: Chosen },
): Promise<Outcome> {
  const open = await matchColumns(ctx, id, column, known);
  return 'refused' in open ? refuse(open) : showUpdated(ctx, await compareAgain(ctx, id));
}

/** As many as a form has room for beside the new ones. */
const MOST_REMEMBERED = 40;

/** The heads that were matched before, in one order: a form names them by their place. */
export async function rememberedColumns(ctx: Ctx): Promise<readonly Remembered[]> {
  const kept = await ctx.store.ledgerImports.columns(ctx.program.id);
  return [...kept]
    .map(([head, match]) => ({ head, match }))
    .sort((one, other) => (one.head < other.head ? -1 : 1))
    .slice(0, MOST_REMEMBERED);
}

/** Remembers what the heads of an import mean, for this file and the next ones; forgets what was wrong. */
export async function matchColumns(
  ctx: Ctx,
  id: number,
  matched: ReadonlyMap<number, string>,
  again: ReadonlyMap<number, string>,
): Promise<OpenImport | Refused> {
  const open = await openImport(ctx, id);
  if ('refused' in open) return open;
  const remembered = await rememberedColumns(ctx);
  const changed = [...again].flatMap(([at, match]) => {
    const head = remembered[at]?.head;
    return head === undefined || remembered[at]?.match === match ? [] : [{ head, match }];
  });
  await ctx.store.ledgerImports.forgetColumns(
    ctx.program.id,
    changed.filter(({ match }) => match === FORGET).map(({ head }) => head),
  );
  const fresh = [...matched].map(([at, match]) => ({ head: open.understood.heads[at], match }));
  const fields = new Map(
    [...fresh, ...changed].flatMap(({ head, match }) =>
      head === undefined || !MATCHES.includes(match as Match) ? [] : [[head, match] as const],
    ),
  );
  await ctx.store.ledgerImports.matchColumns(ctx.program.id, ctx.person.id, ctx.now, fields);
  return open;
}
