import type { Instant } from './day.js';
import type { DigestScope, Role, Rung, Words } from './plan.js';
import type { Person } from './program.js';

/** How long an author may take back a report by themselves. Longer would let yesterday's digest be rewritten quietly. */
export const UNDO_HOURS = 24;
const HOUR = 3_600_000;

/** Whatever is acted on belongs to a program; nobody acts across programs. */
type OfProgram = { readonly programId: number };

/** A project with what the rules ask about it. null: it has none. */
export type ProjectThing = OfProgram & {
  readonly ownerId: number | null;
  /** Who own it beside its owner. */
  readonly coOwnerIds?: readonly number[];
  readonly unitId: number | null;
  readonly sponsorId: number | null;
  /** Owners of single milestones, where they matter: seeing the project. */
  readonly milestoneOwnerIds?: readonly number[];
};

/** A milestone: its project, and the owner of its own where it has one. */
export type MilestoneThing = ProjectThing & { readonly milestoneOwnerId: number | null };

/** A report that somebody wants to take back or change. */
export type ReportThing = ProjectThing & {
  readonly authorId: number;
  readonly recordedAt: Instant;
  readonly now: Instant;
  /** Whether no later report of its milestone (or of the project's figures) stands. */
  readonly newest: boolean;
};

/** An obstacle with its project: who raised it, who has it now. */
export type ObstacleThing = ProjectThing & {
  readonly raisedById: number;
  readonly rung: Rung;
  readonly departmentId: number | null;
  readonly holderId: number | null;
  readonly claimedById: number | null;
};

/** A digest's scope with the ids that its key stands for. */
export type ScopeThing = OfProgram & {
  readonly of: DigestScope['of'];
  readonly unitId: number | null;
  readonly sponsorId: number | null;
};

/** A milestone that somebody wants to move to a later day; who is asked to consent, and whose project it is. */
export type PostponementThing = OfProgram & {
  readonly consenterId: number;
  readonly sponsorId: number | null;
  readonly askedById: number;
};

/** A change of the ledger that somebody made. */
export type EditThing = OfProgram & { readonly authorId: number | null };

/** A list of what somebody owns, theirs or another's. */
export type PersonThing = OfProgram & { readonly personId: number; readonly unitIds: readonly number[] };

/**
 * Every action there is, with the thing that its rule looks at. A feature adds a line here and a rule below; the
 * compiler wants both.
 */
export type Things = {
  'report-milestone': MilestoneThing;
  'report-figures': ProjectThing;
  'undo-report': ReportThing;
  'amend-report': ReportThing;
  'see-project': ProjectThing;
  'see-digest': ScopeThing;
  'see-goals': OfProgram;
  'record-goal': OfProgram;
  'see-owned': PersonThing;
  'flag-obstacle': OfProgram;
  'see-obstacle': ObstacleThing;
  'work-obstacle': ObstacleThing;
  'verify-obstacle': ObstacleThing;
  'withdraw-obstacle': ObstacleThing;
  'set-ladder': OfProgram;
  'enter-leave': PersonThing;
  'postpone-milestone': MilestoneThing;
  'consent-postponement': PostponementThing;
  'undo-edit': EditThing;
  'make-code': PersonThing;
  'tie-account': OfProgram;
  'change-roles': OfProgram;
  'change-positions': OfProgram;
  'share-project': ProjectThing;
  'hand-over': OfProgram;
  'answer-complaint': OfProgram;
  'subscribe-channel': OfProgram;
  'switch-rankings': OfProgram;
  'load-plan': OfProgram;
  'edit-ledger': OfProgram;
  /** What an export holds is filtered by `see-project` and `see-obstacle`. */
  'export-ledger': OfProgram;
  'manage-programs': OfProgram;
};
export type PermittedAction = keyof Things;

export type Denial =
  | { readonly kind: 'other-program' | 'not-owner' | 'not-author' | 'not-newest' | 'too-late' | 'not-in-scope' }
  | {
      readonly kind:
        | 'not-at-rung'
        | 'not-verifier'
        | 'not-raiser'
        | 'not-own-leave'
        | 'not-their-head'
        | 'not-consenter'
        | 'own-wish'
        | 'not-author-edit';
    }
  | { readonly kind: 'role-needed'; readonly roles: readonly Role[] };

/** `denied` says why, for the refusal. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly denied: Denial };

const YES: Permission = { allowed: true };
const no = (denied: Denial): Permission => ({ allowed: false, denied });
const only = (...roles: readonly Role[]): Permission => no({ kind: 'role-needed', roles });

/**
 * Whether `person` may do `action` to `thing`: the only place where that is decided, for commands, buttons, forms, the
 * home tab, search and exports alike. Ask again when a button is pressed: roles change while messages stay.
 */
export function may<A extends PermittedAction>(person: Person, action: A, thing: Things[A]): Permission {
  if (person.programId !== thing.programId) return no({ kind: 'other-program' });
  return RULES[action](person, thing);
}

const RULES: { readonly [A in PermittedAction]: (person: Person, thing: Things[A]) => Permission } = {
  'report-milestone': (person, thing) =>
    owns(person, thing.milestoneOwnerId) || mayReport(person, thing) ? YES : no({ kind: 'not-owner' }),
  'report-figures': (person, thing) => (mayReport(person, thing) ? YES : no({ kind: 'not-owner' })),
  'undo-report': takeBack,
  'amend-report': takeBack,
  'see-project': (person, thing) => {
    if (seesPlan(person) || ownsProject(person, thing) || person.id === thing.sponsorId) return YES;
    if (thing.milestoneOwnerIds?.some((id) => owns(person, id))) return YES;
    return belongs(person, thing.unitId) ? YES : no({ kind: 'not-in-scope' });
  },
  'see-digest': (person, thing) => {
    if (seesPlan(person)) return YES;
    if (thing.of === 'unit' && belongs(person, thing.unitId)) return YES;
    if (thing.of === 'sponsor' && thing.sponsorId === person.id) return YES;
    return no({ kind: 'not-in-scope' });
  },
  'see-goals': (person) => (person.roles.length > 0 ? YES : no({ kind: 'not-in-scope' })),
  'see-owned': (person, thing) => {
    if (owns(person, thing.personId) || seesPlan(person)) return YES;
    return thing.unitIds.some((unit) => heads(person, unit)) ? YES : no({ kind: 'not-in-scope' });
  },
  'flag-obstacle': (person) => (person.roles.length > 0 ? YES : no({ kind: 'not-in-scope' })),
  'see-obstacle': (person, thing) => (seesObstacle(person, thing) ? YES : no({ kind: 'not-in-scope' })),
  'work-obstacle': (person, thing) => {
    if (owns(person, thing.holderId) || owns(person, thing.claimedById) || has(person, 'coordinator')) return YES;
    const unitId = thing.rung === 'unit' ? thing.unitId : thing.rung === 'department' ? thing.departmentId : null;
    return worksIn(person, unitId) ? YES : no({ kind: 'not-at-rung' });
  },
  'verify-obstacle': (person, thing) =>
    owns(person, thing.raisedById) || ownsProject(person, thing) ? YES : no({ kind: 'not-verifier' }),
  'withdraw-obstacle': (person, thing) => (owns(person, thing.raisedById) ? YES : no({ kind: 'not-raiser' })),
  'set-ladder': coordinatorOnly,
  'postpone-milestone': (person, thing) =>
    owns(person, thing.milestoneOwnerId) || mayReport(person, thing) ? YES : no({ kind: 'not-owner' }),
  // Nobody consents to their own wish, whoever they stand in for; who is above whoever is asked may decide as well.
  'consent-postponement': (person, thing) => {
    if (person.id === thing.askedById) return no({ kind: 'own-wish' });
    if (owns(person, thing.consenterId) || owns(person, thing.sponsorId) || has(person, 'commander')) return YES;
    return no({ kind: 'not-consenter' });
  },
  'undo-edit': (person, thing) =>
    person.id === thing.authorId || has(person, 'coordinator') ? YES : no({ kind: 'not-author-edit' }),
  'enter-leave': (person, thing) =>
    person.id === thing.personId || has(person, 'coordinator') ? YES : no({ kind: 'not-own-leave' }),
  'make-code': (person, thing) =>
    has(person, 'coordinator') || thing.unitIds.some((unit) => heads(person, unit))
      ? YES
      : no({ kind: 'not-their-head' }),
  'tie-account': coordinatorOnly,
  'change-roles': coordinatorOnly,
  'change-positions': coordinatorOnly,
  'share-project': (person, thing) =>
    owns(person, thing.ownerId) || heads(person, thing.unitId) || has(person, 'coordinator')
      ? YES
      : no({ kind: 'not-owner' }),
  'hand-over': coordinatorOnly,
  'record-goal': coordinatorOnly,
  'answer-complaint': coordinatorOnly,
  'subscribe-channel': coordinatorOnly,
  'switch-rankings': coordinatorOnly,
  'load-plan': coordinatorOnly,
  'edit-ledger': coordinatorOnly,
  'export-ledger': (person) => (person.roles.length > 0 ? YES : no({ kind: 'not-in-scope' })),
  'manage-programs': coordinatorOnly,
};

function coordinatorOnly(person: Person): Permission {
  return has(person, 'coordinator') ? YES : only('coordinator');
}

/** The author within a day while nothing newer stands on it, the coordinator always. */
function takeBack(person: Person, thing: ReportThing): Permission {
  if (has(person, 'coordinator')) return YES;
  if (thing.authorId !== person.id) return no({ kind: 'not-author' });
  if (thing.now - thing.recordedAt > UNDO_HOURS * HOUR) return no({ kind: 'too-late' });
  return thing.newest ? YES : no({ kind: 'not-newest' });
}

/** An owner or who stands in for them, the head of the project's unit, the coordinator. */
function mayReport(person: Person, thing: ProjectThing): boolean {
  return ownsProject(person, thing) || heads(person, thing.unitId) || has(person, 'coordinator');
}

/** Co-owners own a project as its owner does. */
function ownsProject(person: Person, { ownerId, coOwnerIds = [] }: ProjectThing): boolean {
  return owns(person, ownerId) || coOwnerIds.some((id) => owns(person, id));
}

function owns(person: Person, ownerId: number | null): boolean {
  return ownerId !== null && (ownerId === person.id || person.standsInFor.includes(ownerId));
}

function heads(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.role === 'unit-head' && held.unitId === unitId);
}

function belongs(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.unitId === unitId);
}

/** Whoever it concerns, by role, unit or name; store/obstacle-lists.ts says the same in SQL. */
function seesObstacle(person: Person, thing: ObstacleThing): boolean {
  if (seesPlan(person) || belongs(person, thing.unitId) || belongs(person, thing.departmentId)) return true;
  const { raisedById, holderId, claimedById, ownerId, coOwnerIds = [], sponsorId, milestoneOwnerIds = [] } = thing;
  return [raisedById, holderId, claimedById, ownerId, ...coOwnerIds, sponsorId, ...milestoneOwnerIds].some((id) =>
    owns(person, id),
  );
}

function worksIn(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.unitId === unitId && held.role !== 'viewer');
}

function has(person: Person, ...roles: readonly Role[]): boolean {
  return person.roles.some(({ role }) => roles.includes(role));
}

function seesPlan(person: Person): boolean {
  return has(person, 'leader', 'commander', 'coordinator', 'viewer');
}

export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  official: { zh: '责任人', en: 'official' },
  'unit-head': { zh: '单位负责人', en: 'unit head' },
  leader: { zh: '包保领导', en: 'county leader' },
  commander: { zh: '一线总指挥', en: 'commander' },
  coordinator: { zh: '统筹人员', en: 'coordinator' },
  viewer: { zh: '列席人员', en: 'viewer' },
};

/** Why it was denied, a clause for the refusal's first part. */
export function denialWords(denied: Denial, language: keyof Words): string {
  if (denied.kind === 'role-needed') {
    const roles = denied.roles.map((role) => ROLE_WORDS[role][language]);
    return language === 'zh' ? `只有${roles.join('、')}可以这样做` : `only a ${roles.join(' or ')} may do this`;
  }
  return DENIALS[denied.kind][language];
}

const DENIALS: Readonly<Record<Exclude<Denial['kind'], 'role-needed'>, Words>> = {
  'other-program': { zh: '不属于您所在的攻坚行动', en: 'it belongs to another program' },
  'not-owner': {
    zh: '您不是该项目或节点的责任人，也不是其单位负责人',
    en: 'you own neither the project nor the milestone and do not head its unit',
  },
  'not-author': { zh: '这条上报不是您报的', en: 'somebody else made this report' },
  'not-newest': { zh: '该节点之后又有新的上报', en: 'a newer report stands on this milestone' },
  'too-late': {
    zh: `上报已超过 ${UNDO_HOURS} 小时，请找统筹人员更正`,
    en: `it was reported more than ${UNDO_HOURS} hours ago; ask a coordinator to correct it`,
  },
  'not-at-rung': {
    zh: '这个卡点现在不由您所在的一级办理',
    en: 'this obstacle is not with you at its present rung',
  },
  'not-verifier': {
    zh: '只有提出人或项目责任人可以核实',
    en: 'only the one who raised it or the owner of the project verifies it',
  },
  'not-raiser': { zh: '只有提出人可以撤回', en: 'only the one who raised it may take it back' },
  'not-own-leave': {
    zh: '只能登记自己的请假；替别人登记请找统筹人员',
    en: 'you may enter your own leave only; ask a coordinator to enter that of others',
  },
  'not-their-head': {
    zh: '只有统筹人员和其单位负责人可以给口令',
    en: 'only a coordinator or the head of their unit gives a code',
  },
  'not-consenter': { zh: '这条延期不由您定', en: 'it is not for you to decide this' },
  'own-wish': { zh: '自己申请的延期，不能自己同意', en: 'nobody consents to their own wish' },
  'not-author-edit': { zh: '这次修改不是您改的', en: 'somebody else made this change' },
  'not-in-scope': { zh: '不在您可以查看的范围内', en: 'it is outside of what you may see' },
};
