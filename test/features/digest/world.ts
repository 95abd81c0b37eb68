import { dayAt, type Instant, instantAt, localDay } from '../../../src/domain/day.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { Person, Program } from '../../../src/domain/program.js';
import { decideReport, type Statement } from '../../../src/domain/report.js';
import type { Ctx, JobCtx, Outcome, SharedFile } from '../../../src/feature.js';
import { digest } from '../../../src/features/digest/index.js';
import { openPapers } from '../../../src/papers/door.js';
import { readPlanFile } from '../../../src/plan/index.js';
import { openSheets } from '../../../src/sheets/door.js';
import type { Store as OpenStore } from '../../../src/store/home/open.js';
import { assembleStore, type Store } from '../../../src/store/index.js';
import type { Language } from '../../../src/text/language.js';
import { workCalendar } from '../../../src/time/calendar.js';
import { openTestStore } from '../../support/store.js';

export async function dongE(): Promise<Plan> {
  const read = await readPlanFile('prisma/seed/dong-e-2020.yaml');
  if ('errors' in read) throw new Error(JSON.stringify(read.errors[0]));
  return read.plan;
}

/** A county on a real store of its own, at a time that the test moves. */
export async function openWorld(plan: Plan) {
  const opened = await openTestStore();
  return { ...(await county(opened, plan, 'T1')), close: () => opened.close() };
}

/** One more county in a store that is open: a workspace knows nothing of its neighbours. */
export async function county(opened: OpenStore, plan: Plan, workspaceId: string) {
  const delivered: string[] = [];
  const store: Store = assembleStore(
    opened,
    async () => {},
    (channelId) => {
      delivered.push(channelId);
    },
  );
  const loadedAt = instantAt(localDay('2020-03-21'), '09:00', plan.timeZone);
  const loaded = await store.programs.load({ id: workspaceId, name: '东阿县' }, plan, loadedAt);
  if ('exists' in loaded) throw new Error('the program is there already');
  const program = await store.programs.byId(loaded.programId);
  if (program === null) throw new Error('the program is not there');
  return world(opened, store, program, delivered);
}

function world(opened: OpenStore, store: Store, program: Program, delivered: string[]) {
  const calendar = workCalendar(program.policy.calendar);
  let causes = 0;
  const at = (day: string, time: string): Instant => instantAt(localDay(day), time, program.timeZone);

  async function person(key: string): Promise<Person> {
    const row = await opened.client.person.findFirstOrThrow({ where: { workspaceId: program.workspaceId, key } });
    const found = await store.people.byId(program.id, row.id, localDay('2020-06-17'));
    if (found === null) throw new Error(`nobody is called ${key}`);
    return found.person;
  }

  async function anyone(role: Person['roles'][number]['role'], unitKey?: string): Promise<Person> {
    const row = await opened.client.duty.findFirstOrThrow({
      where: { programId: program.id, role, ...(unitKey === undefined ? {} : { unit: { key: unitKey } }) },
      orderBy: { id: 'asc' },
    });
    const found = await store.people.byId(program.id, row.personId, localDay('2020-06-17'));
    if (found === null) throw new Error(`nobody is ${role}`);
    return found.person;
  }

  const job = (now: Instant): JobCtx => ({
    now,
    today: dayAt(now, program.timeZone),
    program,
    calendar,
    cause: `job:${causes++}`,
    store,
    announce: async () => {},
  });

  const files = new Map<string, SharedFile>();
  // One thread each for all that is pressed, as the bot has it.
  const [sheets, papers] = [openSheets(), openPapers()];
  const ctx = (who: Person, now: Instant, language: Language = 'zh', channelId: string | null = 'C1'): Ctx => ({
    ...job(now),
    heardAt: now,
    cause: `press:${causes++}`,
    retried: false,
    readFile: async (id) => files.get(id) ?? 'gone',
    sheets,
    papers,
    readPlan: async () => ({ errors: [] }),
    person: who,
    language,
    place: { channelId, threadTs: null, messageTs: null },
  });

  return {
    /** What people have attached, by its id at Slack. */
    files,
    opened,
    store,
    program,
    calendar,
    delivered,
    at,
    person,
    anyone,
    job,
    ctx,

    /** Reports on a milestone, as the progress feature keeps it; answers the cause, to undo it by. */
    async report(
      code: string,
      milestone: string,
      said: Partial<Statement>,
      when: Instant,
      countsAt = when,
    ): Promise<string> {
      const cause = `report:${causes++}`;
      const row = await opened.client.milestone.findFirstOrThrow({
        where: { programId: program.id, name: milestone, project: { code } },
        include: { project: true },
      });
      const personId = row.project.ownerId ?? (await anyone('coordinator')).id;
      await store.transaction(async (tx) => {
        const [locked] = await tx.reports.lockMilestones(program.id, [row.id]);
        if (locked === undefined) throw new Error('no milestone');
        const statement: Statement = { percent: null, done: false, doneOn: null, forecast: null, note: '', ...said };
        const decided = decideReport(locked, statement, dayAt(when, program.timeZone), {
          amended: null,
          why: '',
        });
        if ('refused' in decided) throw new Error(JSON.stringify(decided.refused));
        await tx.reports.keep(program.id, [
          {
            personId,
            said: `${code} ${milestone}`,
            at: when,
            countsAt,
            cause,
            projectId: row.projectId,
            milestoneId: row.id,
            ordinal: 0,
            supersedes: locked.reportId,
            movesStage: true,
            percent: statement.percent,
            doneOn: statement.doneOn,
            forecast: statement.forecast,
            ...decided.taken,
          },
        ]);
      });
      return cause;
    },

    async invest(code: string, doneInvestment: number, when: Instant): Promise<string> {
      const cause = `figures:${causes++}`;
      const project = await opened.client.project.findFirstOrThrow({ where: { programId: program.id, code } });
      const personId = project.ownerId ?? (await anyone('coordinator')).id;
      await store.transaction((tx) =>
        tx.reports.keepFigures(program.id, [
          {
            personId,
            said: `${code} 完成投资`,
            at: when,
            countsAt: when,
            cause,
            projectId: project.id,
            doneInvestment,
            onDay: dayAt(when, program.timeZone),
            ordinal: 0,
          },
        ]),
      );
      return cause;
    },

    undo: (cause: string, when: Instant): Promise<void> =>
      store.transaction(async (tx) => {
        const reports = await tx.reports.ofCause(program.id, cause);
        const figures = await tx.reports.figuresOfCause(program.id, cause);
        const ids = (parts: readonly { readonly id: number }[]) => parts.map(({ id }) => id);
        await tx.reports.undo(program.id, { reportIds: ids(reports), figureIds: ids(figures) }, when);
      }),

    async command(
      who: Person,
      text: string,
      now: Instant,
      language: Language = 'zh',
      channelId: string | null = 'C1',
    ): Promise<Outcome> {
      const [command] = digest.commands ?? [];
      if (command === undefined) throw new Error('no command');
      return command.run(ctx(who, now, language, channelId), text);
    },

    async press(
      who: Person,
      id: string,
      value: unknown,
      now: Instant,
      language: Language = 'zh',
      channelId: string | null = 'C1',
    ): Promise<Outcome> {
      const action = digest.actions?.find((each) => each.id === id);
      if (action === undefined) throw new Error(`no action ${id}`);
      return action.run(ctx(who, now, language, channelId), { value, chosen: null, view: null });
    },

    /** What the posts of the digests say, by dedupe key, and in which version. */
    async posts(): Promise<
      readonly { dedupeKey: string; body: never; version: number; parentId: number | null; id: number }[]
    > {
      return (await opened.client.post.findMany({
        where: { workspaceId: program.workspaceId, dedupeKey: { startsWith: 'digest:' } },
        orderBy: { id: 'asc' },
      })) as never;
    },

    async runSlot(day: string, now?: Instant, as: Program = program): Promise<void> {
      const due = at(day, program.policy.prompts.digest);
      const [slot] = digest.slots ?? [];
      await slot?.run(
        { ...job(now ?? due), program: as },
        { day: localDay(day), due, late: now !== undefined && now - due > 15 * 60_000 },
      );
    },

    hear: (countedAt: Instant, now: Instant): Promise<void> | undefined =>
      digest.subscriptions?.['report-changed']?.(job(now), { programId: program.id, countedAt }),
  };
}

export type County = Awaited<ReturnType<typeof county>>;
export type World = Awaited<ReturnType<typeof openWorld>>;
