import { instantAt, localDay } from '../../src/domain/day.js';
import type { Leave } from '../../src/domain/leave.js';
import {
  actingOn,
  type Confirmation,
  decide,
  fallDue,
  flag,
  nextDue,
  type ObstacleEvent,
  type ObstacleState,
  type Step,
} from '../../src/domain/obstacle.js';
import type { ObstacleKind } from '../../src/domain/plan.js';
import type { Person, Program } from '../../src/domain/program.js';
import type { Ctx } from '../../src/feature.js';
import type { Seen } from '../../src/features/obstacle/model.js';
import type { ObstacleCase, UnitSeat } from '../../src/store/obstacles.js';
import type { Contact } from '../../src/store/people.js';
import type { Language } from '../../src/text/language.js';
import { calendar, contextAt, policy } from '../domain/obstacle-given.js';
import { program as county } from './county.js';

/** The county of the golden messages, with the ladder of the domain's specs. */
export const program: Program = { ...county, policy: { ...county.policy, ladder: policy } };

export const at = (day: string, time: string) => instantAt(localDay(day), time, program.timeZone);

const NAMES: readonly (readonly [string, string])[] = [
  ['何志远', 'He Zhiyuan'],
  ['冯立志', 'Feng Lizhi'],
  ['贺卫国', 'He Weiguo'],
  ['邱震', 'Qiu Zhen'],
  ['雷霞', 'Lei Xia'],
  ['韩振国', 'Han Zhenguo'],
];

/** Persons by the numbers of test/domain/obstacle-given.ts: 1 the official … 6 the delegate. */
export const people: ReadonlyMap<number, Contact> = new Map(
  NAMES.map(([name, nameEn], index) => [
    index + 1,
    { id: index + 1, name, nameEn, slackUserId: `U0${index + 1}`, language: 'zh' as const },
  ]),
);

const unit = (id: number, zh: string, en: string, kind: string, headId: number | null): UnitSeat => ({
  id,
  key: en,
  name: { zh, en },
  kind,
  channelId: `C0${id}`,
  headId,
});

export const units: ReadonlyMap<number, UnitSeat> = new Map([
  [60, unit(60, '经济开发区', 'Economic Development Zone', 'park', 2)],
  [70, unit(70, '自然资源局', 'Natural Resources Bureau', 'department', 3)],
  [71, unit(71, '财政局', 'Finance Bureau', 'department', 4)],
]);

export function person(id: number, roles: Person['roles']): Person {
  const contact = people.get(id);
  if (!contact) throw new Error(`nobody is ${id}`);
  const { name, nameEn, slackUserId } = contact;
  return { id, name, nameEn, slackUserId, workspaceId: 'T1', programId: 1, roles, standsInFor: [] };
}

/** A context that is only read: the views take who, when and in which language from it. */
export const ctx = (who: Person, now: number, language: Language): Ctx =>
  ({
    now,
    today: localDay('2020-06-24'),
    person: who,
    program,
    calendar,
    language,
    cause: 'golden',
    retried: false,
    readFile: async () => 'gone' as const,
    readPlan: async () => ({ errors: [] }),
    place: { channelId: 'C060', threadTs: null, messageTs: null },
  }) as unknown as Ctx;

/** A case as it lives: every act at its moment, and all that falls due on the way. */
export function live(given: {
  readonly kind?: ObstacleKind;
  readonly urgentReason?: string | null;
  readonly urgentConfirmed?: boolean;
  readonly confirmer?: { readonly as: Confirmation; readonly id: number } | null;
  readonly flaggedAt: number;
  readonly leaves?: readonly Leave[];
  readonly text?: string;
  readonly more?: Partial<ObstacleCase>;
}) {
  const { kind = 'stumbling-block', urgentReason = null, flaggedAt, leaves = [], confirmer = null } = given;
  const { urgentConfirmed = true } = given;
  const filed = flag(
    { by: 1, kind, urgentReason, urgentConfirmed, confirmer, policy },
    contextAt(flaggedAt, { leaves }),
  );
  let state: ObstacleState = filed.state;
  let now = flaggedAt;
  const steps: { at: number; step: Step }[] = filed.steps.map((step) => ({ at: now, step }));

  function until(moment: number): void {
    for (let due = nextDue(state, contextAt(now, { leaves })); due !== null && due.at <= moment; ) {
      now = Math.max(now, due.at);
      const fallen = fallDue(state, contextAt(now, { leaves }));
      if (fallen === null) break;
      state = fallen.state;
      steps.push(...fallen.steps.map((step) => ({ at: now, step })));
      due = nextDue(state, contextAt(now, { leaves }));
    }
    now = moment;
  }

  return {
    until,
    does(moment: number, event: ObstacleEvent, standsInFor?: number): void {
      until(moment);
      const decided = decide(state, event, contextAt(now, { leaves }));
      if ('refused' in decided) throw new Error(`refused: ${decided.refused.because}`);
      state = decided.state;
      steps.push(
        ...decided.steps.map((step) => ({
          at: now,
          step: standsInFor === undefined ? step : { ...step, standsInFor },
        })),
      );
    },
    get now() {
      return now;
    },
    seen(): Seen {
      const obstacle: ObstacleCase = {
        id: 12,
        number: 12,
        programId: 1,
        projectId: 17,
        code: 'P-017',
        projectName: '本草堂中药饮片及配方颗粒项目',
        nickname: '本草堂',
        unitId: 60,
        ownerId: 1,
        coOwnerIds: [],
        sponsorId: 4,
        milestone: '开工',
        milestoneOwnerId: null,
        matter: 'land',
        text: given.text ?? '土地指标未批，影响开工',
        help: null,
        since: localDay('2020-06-10'),
        urgentReason,
        refersTo: null,
        files: [],
        raisedById: 1,
        recordedAt: flaggedAt,
        addresses: [],
        state,
        ...given.more,
      };
      return {
        obstacle,
        steps,
        people,
        units,
        actingId: actingOn(state, { leaves }, contextAt(now).today),
      };
    },
    get newest(): Step {
      const step = steps.at(-1)?.step;
      if (!step) throw new Error('nothing happened');
      return step;
    },
  };
}
