import { type Burden, burdenOf, burdenRules } from '../../domain/burden.js';
import { addDays, instantAt, type LocalDay, monthEnd, monthStart } from '../../domain/day.js';
import { monthTyped } from '../../domain/month-typed.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import { monthMessage } from './messages/month.js';
import { monthFile, monthPaper } from './messages/month-paper.js';
import { deniedRefusal, monthRefusal } from './messages/refusals.js';
import { rulesMessage } from './messages/rules.js';

/** What was sent and spared in the month that was typed (`5月`, `2020-05`, `May`), this one where none was. */
export async function showBurden(ctx: Ctx, typed: string): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const month = typed === '' ? monthStart(ctx.today) : monthTyped(typed, ctx.today);
  if (month === null || month > ctx.today || monthEnd(month) < ctx.program.from)
    return monthRefusal(ctx, typed, monthStart(ctx.today));
  return { kind: 'say', message: await monthOfBurden(ctx, month) };
}

export async function showMonth(ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> {
  return refusalOf(ctx) ?? { kind: 'say', message: await monthOfBurden(ctx, month) };
}

/** Another month, in the place of the one whose button was pressed. */
export async function turnMonth(ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> {
  const denied = refusalOf(ctx);
  return denied ?? { kind: 'replace', message: await monthOfBurden(ctx, month) };
}

/** The rules on burdens, each with what this program does about it. */
export async function showRules(ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const burden = await read(ctx, month);
  return { kind: 'say', message: rulesMessage(ctx, month, rulesOf(ctx, burden)) };
}

/** The month as a page to file, into the direct messages of who asked. */
export async function sendPage(ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const burden = await read(ctx, month);
  const name = monthFile(ctx, burden);
  const bytes = await ctx.papers.write(monthPaper(ctx, burden, rulesOf(ctx, burden)));
  return { kind: 'files', files: [{ name: `${name}.docx`, bytes }], comment: name };
}

async function monthOfBurden(ctx: Ctx, month: LocalDay): Promise<Message> {
  const burden = await read(ctx, month);
  return monthMessage(ctx, burden, rulesOf(ctx, burden));
}

function refusalOf(ctx: Ctx): Outcome | null {
  const permission = may(ctx.person, 'see-burden', { programId: ctx.program.id });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}

async function read({ store, program }: Ctx, month: LocalDay): Promise<Burden> {
  const at = (day: LocalDay) => instantAt(day, '00:00', program.timeZone);
  const counts = await store.burden.counts(program.id, at(month), at(addDays(monthEnd(month), 1)), program.timeZone);
  const seats = program.policy.mechanisms.reviews.flatMap(({ key, seats }) =>
    seats === undefined ? [] : [[key, seats] as const],
  );
  return burdenOf(month, counts, new Map(seats));
}

/** The rules as this program keeps them. */
const rulesOf = ({ program }: Pick<Ctx, 'program'>, { crowdedDays, sparedInAll }: Burden) =>
  burdenRules({ ...program.policy.prompts, crowdedDays, spared: sparedInAll });
