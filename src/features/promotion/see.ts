import { monthStart } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { type Promoting, promotingIn } from './context.js';
import type { Listed } from './ids.js';
import { frontMessage } from './messages/front.js';
import { activityListMessage, moneyListMessage } from './messages/lists.js';
import { deniedRefusal, offRefusal } from './messages/refusals.js';
import type { Front, SeenMoney } from './model.js';
import { seenMoney } from './money.js';
import { inBatches } from './money-batch.js';
import { readMonth } from './month.js';

/** Of what waits for the second person, as many are shown. */
const MOST_WAITING = 3;

export async function readFront(
  ctx: Pick<Ctx, 'store' | 'program' | 'today' | 'now' | 'person'>,
  promoting: Promoting,
): Promise<Front> {
  const { person, store, program } = ctx;
  const { thing } = promoting;
  const month = await readMonth(ctx, promoting, monthStart(ctx.today));
  const waiting = (await store.promotionMoney.waiting(program.id)).filter(
    ({ enteredById }) => may(person, 'confirm-money', { ...thing, enteredById }).allowed,
  );
  const shown: SeenMoney[] = [];
  const { single, batches } = inBatches(waiting);
  for (const money of single.slice(0, MOST_WAITING)) shown.push(await seenMoney(ctx, money));
  return {
    month,
    own: month.names.has(person.id),
    duty: may(person, 'see-duty', thing).allowed,
    sees: may(person, 'see-promotion', thing).allowed,
    imports: may(person, 'import-promotion', thing).allowed,
    batches,
    waiting: shown,
    waitingCount: single.length,
  };
}

/** `/promotion` alone: my month, what waits for me, and the lists behind the numbers. */
export async function seeFront(ctx: Ctx, promoting: Promoting): Promise<Outcome> {
  const front = await readFront(ctx, promoting);
  if (!front.own && !front.sees) {
    const permission = may(ctx.person, 'see-promotion', promoting.thing);
    if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  }
  return { kind: 'say', message: frontMessage(ctx, front) };
}

/** The list behind a number, of the moment at which that was said. */
export async function seeList(ctx: Ctx, { of, moment, offset }: Listed): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const permission = may(ctx.person, 'see-promotion', promoting.thing);
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const { store, program } = ctx;
  if (of === 'activities') {
    const known = { moment, knownAt: moment };
    const activities = await store.promotion.between(program.id, program.from, program.to, known);
    const leaders = await store.promotion.leaders(program.id);
    const names = new Map(leaders.map((leader) => [leader.id, leader]));
    return { kind: 'say', message: activityListMessage(ctx, activities, names, { moment, offset }) };
  }
  const money = await store.promotionMoney.confirmed(program.id, of, moment);
  return { kind: 'say', message: moneyListMessage(ctx, of, money, { moment, offset }) };
}

/** Another page, in the place of the one whose button was pressed. */
export async function turnPage(ctx: Ctx, listed: Listed): Promise<Outcome> {
  const page = await seeList(ctx, listed);
  return page.kind === 'say' && listed.offset > 0 ? { kind: 'replace', message: page.message } : page;
}
