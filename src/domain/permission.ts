import { seesObstacle } from './concerns.js';
import { type Denial, UNDO_HOURS } from './denial.js';
import { belongs, has, heads, owns, ownsProject, seesPlan, worksIn } from './holds.js';
import type {
  ObstacleThing,
  PermittedAction,
  ProjectThing,
  PromotionThing,
  ReportThing,
  SlipThing,
  Things,
} from './permission-things.js';
import type { Role } from './plan.js';
import type { Person } from './program.js';

export { type Denial, denialWords, ROLE_WORDS, UNDO_HOURS } from './denial.js';
export type {
  FactorThing,
  MilestoneThing,
  ObstacleThing,
  PermittedAction,
  ProjectThing,
  PromotionThing,
  ScopeThing,
  SlipThing,
  Things,
} from './permission-things.js';

const HOUR = 3_600_000;

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
    if (seesPlan(person) || ownsProject(person, thing) || owns(person, thing.sponsorId)) return YES;
    if (thing.milestoneOwnerIds?.some((id) => owns(person, id))) return YES;
    return belongs(person, thing.unitId) ? YES : no({ kind: 'not-in-scope' });
  },
  'issue-slip': coordinatorOnly,
  'see-slip': (person, thing) =>
    seesPlan(person) || belongs(person, thing.slipUnitId) || owns(person, thing.sponsorId) || answersSlip(person, thing)
      ? YES
      : no({ kind: 'not-in-scope' }),
  'answer-slip': (person, thing) => (answersSlip(person, thing) ? YES : no({ kind: 'not-slips-unit' })),
  'judge-slip': coordinatorOnly,
  'lead-review': leadsReviews,
  'visit-firm': (person, thing) => (owns(person, thing.sponsorId) ? YES : leadsReviews(person)),
  'see-item': (person, thing) =>
    seesPlan(person) ||
    owns(person, thing.itemOwnerId) ||
    thing.ownerUnitIds.some((unit) => heads(person, unit)) ||
    owns(person, thing.ownerId) ||
    owns(person, thing.sponsorId)
      ? YES
      : no({ kind: 'not-in-scope' }),
  'answer-item': (person, thing) =>
    owns(person, thing.itemOwnerId) || has(person, 'coordinator') ? YES : no({ kind: 'not-items-owner' }),
  'judge-item': leadsReviews,
  'see-factor': (person, thing) =>
    seesPlan(person) || belongs(person, thing.departmentId) ? YES : no({ kind: 'not-in-scope' }),
  'manage-factor': (person, thing) =>
    has(person, 'coordinator') || worksIn(person, thing.departmentId) ? YES : no({ kind: 'not-factors-department' }),
  'ask-factor': (person, thing) => (mayReport(person, thing) ? YES : no({ kind: 'not-owner' })),
  'see-promotion': (person, thing) => (seesPromotion(person, thing) ? YES : no({ kind: 'not-in-scope' })),
  'see-duty': (person, thing) =>
    has(person, 'commander') || worksIn(person, thing.officeId) ? YES : no({ kind: 'not-in-scope' }),
  'record-activity': (person, thing) =>
    owns(person, thing.leaderId) || promotes(person, thing) ? YES : no({ kind: 'not-promoter' }),
  'undo-activity': (person, thing) =>
    owns(person, thing.leaderId) || thing.recordedById === person.id || promotes(person, thing)
      ? YES
      : no({ kind: 'not-promoter' }),
  'excuse-month': (person, thing) => (owns(person, thing.leaderId) ? YES : no({ kind: 'not-own-month' })),
  'report-lead': (person) => (person.roles.some(({ role }) => role !== 'viewer') ? YES : no({ kind: 'tells-no-lead' })),
  'see-lead': (person, thing) =>
    seesPromotion(person, thing) || [thing.firstById, ...thing.joinedIds].some((id) => owns(person, id))
      ? YES
      : no({ kind: 'not-in-scope' }),
  'judge-lead': (person, thing) =>
    has(person, 'commander') || promotes(person, thing) ? YES : no({ kind: 'not-leads-judge' }),
  'work-lead': (person, thing) =>
    owns(person, thing.firstById) || promotes(person, thing) ? YES : no({ kind: 'not-leads-worker' }),
  'judge-trips': coordinatorOnly,
  'enter-money': (person, thing) => (promotes(person, thing) ? YES : no({ kind: 'not-promoter' })),
  'import-promotion': (person, thing) => (promotes(person, thing) ? YES : no({ kind: 'imports-no-promotion' })),
  'confirm-money': (person, thing) => {
    if (person.id === thing.enteredById) return no({ kind: 'own-money' });
    return worksIn(person, thing.financeId) || has(person, 'coordinator') ? YES : no({ kind: 'not-finance' });
  },
  'see-digest': (person, thing) => {
    if (seesPlan(person)) return YES;
    if (thing.of === 'unit' && belongs(person, thing.unitId)) return YES;
    if (thing.of === 'sponsor' && owns(person, thing.sponsorId)) return YES;
    return no({ kind: 'not-in-scope' });
  },
  'see-goals': (person) => (person.roles.length > 0 ? YES : no({ kind: 'not-in-scope' })),
  'see-owned': (person, thing) => {
    if (owns(person, thing.personId) || seesPlan(person)) return YES;
    return thing.unitIds.some((unit) => heads(person, unit)) ? YES : no({ kind: 'not-in-scope' });
  },
  // Who only looks on says what they know as a comment.
  'flag-obstacle': (person) => {
    if (person.roles.length === 0) return no({ kind: 'not-in-scope' });
    return person.roles.some(({ role }) => role !== 'viewer') ? YES : no({ kind: 'looks-on' });
  },
  'see-obstacle': (person, thing) => (seesObstacle(person, thing) ? YES : no({ kind: 'not-in-scope' })),
  'work-obstacle': (person, thing) => {
    if (owns(person, thing.holderId) || owns(person, thing.claimedById) || has(person, 'coordinator')) return YES;
    const unitId = thing.rung === 'unit' ? thing.unitId : thing.rung === 'department' ? thing.departmentId : null;
    return worksIn(person, unitId) || leads(person, thing) ? YES : no({ kind: 'not-at-rung' });
  },
  'verify-obstacle': (person, thing) =>
    owns(person, thing.raisedById) || ownsProject(person, thing) ? YES : no({ kind: 'not-verifier' }),
  'withdraw-obstacle': (person, thing) => (owns(person, thing.raisedById) ? YES : no({ kind: 'not-raiser' })),
  'sort-obstacle': (person, thing) => (owns(person, thing.raisedById) ? YES : no({ kind: 'not-sorter' })),
  'lead-obstacle': (person, thing) => (leads(person, thing) ? YES : no({ kind: 'not-leader' })),
  'confirm-obstacle': (person, thing) => {
    if (thing.confirmerId === undefined || thing.confirmerId === null) return no({ kind: 'not-confirmer' });
    if (owns(person, thing.confirmerId) || heads(person, thing.unitId)) return YES;
    return ownsProject(person, thing) && person.id !== thing.raisedById ? YES : no({ kind: 'not-confirmer' });
  },
  'confirm-urgent': (person, thing) => (heads(person, thing.unitId) ? YES : no({ kind: 'not-unit-head' })),
  'consent-promise': (person, thing) =>
    owns(person, thing.consenterId ?? null) || has(person, 'commander') || owns(person, thing.sponsorId)
      ? YES
      : no({ kind: 'not-rung-above' }),
  instruct: (person, thing) =>
    has(person, 'commander') || owns(person, thing.sponsorId) ? YES : no({ kind: 'not-leader' }),
  nudge: (person, thing) =>
    has(person, 'commander', 'coordinator') || owns(person, thing.sponsorId) || heads(person, thing.unitId)
      ? YES
      : no({ kind: 'not-leader' }),
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
  'see-burden': (person) => (has(person, 'coordinator', 'commander') ? YES : only('coordinator', 'commander')),
  'subscribe-channel': coordinatorOnly,
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

/** The commander, whose reviews they are, and the office that runs them. */
function leadsReviews(person: Person): Permission {
  return has(person, 'coordinator') || has(person, 'commander') ? YES : only('coordinator', 'commander');
}

/** The head of its unit, and whose project or milestone it is about. */
function answersSlip(person: Person, thing: SlipThing): boolean {
  return heads(person, thing.slipUnitId) || ownsProject(person, thing) || owns(person, thing.milestoneOwnerId);
}

/** Who sees the plan, and the two units that keep its promotion. */
function seesPromotion(person: Person, { officeId, financeId }: PromotionThing): boolean {
  return seesPlan(person) || worksIn(person, officeId) || worksIn(person, financeId);
}

/** Of the office of promotion, or a coordinator. */
function promotes(person: Person, { officeId }: PromotionThing): boolean {
  return worksIn(person, officeId) || has(person, 'coordinator');
}

/** Who sponsors it up to the sponsor's rung, the commander at all of them. */
function leads(person: Person, { sponsorId, rung }: ObstacleThing): boolean {
  return has(person, 'commander') || (rung !== 'commander' && owns(person, sponsorId));
}
