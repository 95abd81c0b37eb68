import { monthStart } from '../../domain/day.js';
import type { MorningNote } from '../../domain/morning-note.js';
import { asks, leadersMonth, tellsOn, workdaysLeft } from '../../domain/promotion/duty.js';
import { answerBy, judgeBy } from '../../domain/promotion/lead.js';
import type { JobCtx } from '../../feature.js';
import { type Promoting, promotingIn } from './context.js';

type Note = { readonly personId: number; readonly note: MorningNote };

/** What of promotion rides in the morning's messages: leads that are due with whom they wait on, and the leaders' own months. */
export async function promotionNotes(ctx: JobCtx): Promise<readonly Note[]> {
  const promoting = await promotingIn(ctx);
  return promoting === null ? [] : [...(await leadNotes(ctx, promoting)), ...(await dutyNotes(ctx, promoting))];
}

/** The office's head judges; who told of it first answers. Told on the day itself, and every morning after it. */
async function leadNotes(ctx: JobCtx, { clocks, thing }: Promoting): Promise<readonly Note[]> {
  const { store, program, today, calendar } = ctx;
  const open = await store.promotionLeads.open(program.id);
  if (open.length === 0) return [];
  const heads = (await store.roster.all(program.id))
    .filter(({ duties }) => duties.some(({ role, unitId }) => role === 'unit-head' && unitId === thing.officeId))
    .map(({ id }) => id);
  return open.flatMap((lead) => {
    const due = (day: ReturnType<typeof judgeBy>) => (day !== null && day <= today ? day : null);
    const judge = due(judgeBy(lead, clocks, calendar));
    const answer = due(answerBy(lead, clocks));
    const about = { kind: 'lead' as const, leadId: lead.id, number: lead.number, investor: lead.investor };
    const people = new Set([...(judge === null ? [] : heads), ...(answer === null ? [] : [lead.firstById])]);
    return [...people].map((personId) => ({
      personId,
      note: {
        ...about,
        judge: heads.includes(personId) ? judge : null,
        answer: personId === lead.firstById ? answer : null,
      },
    }));
  });
}

async function dutyNotes(ctx: JobCtx, { duty }: Promoting): Promise<readonly Note[]> {
  const { store, program, today, calendar, now } = ctx;
  const month = monthStart(today);
  if (!asks(month, duty) || !tellsOn(today, calendar, duty)) return [];
  const { leaders, activities } = await store.facts.promotion(program.id, month, { moment: now, knownAt: now });
  const excuses = leaders.flatMap(({ id, excused }) => (excused === null ? [] : [[id, excused] as const]));
  const left = workdaysLeft(today, calendar);
  return leadersMonth(
    leaders.map(({ id }) => id),
    month,
    activities,
    new Map(excuses),
    duty,
  ).flatMap(({ leaderId, done, missing }) =>
    missing === 0
      ? []
      : [{ personId: leaderId, note: { kind: 'duty' as const, leaderId, month, done, missing, left } }],
  );
}
