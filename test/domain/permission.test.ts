import { describe, expect, it } from 'vitest';
import { denialWords, may, type Permission, type PermittedAction, type Things } from '../../src/domain/permission.js';
import { ROLES, type Role } from '../../src/domain/plan.js';
import type { Person } from '../../src/domain/program.js';
import fc from '../support/properties.js';

const HOUR = 3_600_000;
const NOW = Date.UTC(2020, 5, 17, 8, 30);
const ZONE = 1;
const WATER = 2;

function person(id: number, roles: readonly [Role, number | null][], given: Partial<Person> = {}): Person {
  return {
    id,
    workspaceId: 'T1',
    programId: 1,
    name: '何志远',
    nameEn: 'He Zhiyuan',
    slackUserId: null,
    roles: roles.map(([role, unitId]) => ({ role, unitId })),
    standsInFor: [],
    ...given,
  };
}

const owner = person(10, [['official', ZONE]]);
const colleague = person(11, [['official', ZONE]]);
const stranger = person(12, [['official', WATER]]);
const head = person(20, [['unit-head', ZONE]]);
const otherHead = person(21, [['unit-head', WATER]]);
const leader = person(30, [['leader', null]]);
const commander = person(40, [['commander', null]]);
const coordinator = person(50, [['coordinator', null]]);
const viewer = person(60, [['viewer', null]]);
const delegate = person(13, [['official', WATER]], { standsInFor: [10] });
const everybody = { owner, colleague, stranger, head, otherHead, leader, commander, coordinator, viewer, delegate };

const project = { programId: 1, ownerId: 10, unitId: ZONE, sponsorId: 30 };
const milestone = { ...project, milestoneOwnerId: null };
const obstacle = {
  ...project,
  raisedById: 70,
  rung: 'unit',
  departmentId: null,
  holderId: 20,
  claimedById: null,
} as const;
const slip = { programId: 1, slipUnitId: ZONE, ownerId: 10, sponsorId: 30, milestoneOwnerId: null };
const item = { programId: 1, itemOwnerId: 10, ownerUnitIds: [ZONE], ownerId: 12, sponsorId: 30 };
const promotion = { programId: 1, officeId: ZONE, financeId: WATER };
const report = { ...project, authorId: 10, recordedAt: NOW - HOUR, now: NOW, newest: true };

function allowed<A extends PermittedAction>(action: A, thing: Things[A]): string[] {
  return Object.entries(everybody)
    .filter(([, who]) => may(who, action, thing).allowed)
    .map(([name]) => name);
}
const why = (permission: Permission) => (permission.allowed ? null : denialWords(permission.denied, 'zh'));

describe('who may report', () => {
  it('is the owner, who stands in for them, the head of the unit, the coordinator', () => {
    expect(allowed('report-milestone', milestone)).toEqual(['owner', 'head', 'coordinator', 'delegate']);
    expect(allowed('report-figures', project)).toEqual(['owner', 'head', 'coordinator', 'delegate']);
  });

  it('is the owner of the milestone too, for that milestone alone', () => {
    expect(may(stranger, 'report-milestone', { ...milestone, milestoneOwnerId: 12 }).allowed).toBe(true);
    expect(may(stranger, 'report-figures', project).allowed).toBe(false);
  });

  it('is nobody in the unit by accident where a project has no owner', () => {
    expect(allowed('report-milestone', { ...milestone, ownerId: null })).toEqual(['head', 'coordinator']);
  });

  it('is told why not', () => {
    expect(why(may(colleague, 'report-milestone', milestone))).toBe('您不是该项目或节点的责任人，也不是其单位负责人');
  });
});

describe('who owns a project beside its owner', () => {
  const shared = { ...project, coOwnerIds: [12] };
  it('reports, sees, and verifies as the owner does', () => {
    expect(may(stranger, 'report-milestone', { ...shared, milestoneOwnerId: null }).allowed).toBe(true);
    expect(may(stranger, 'report-figures', shared).allowed).toBe(true);
    expect(may(stranger, 'see-project', shared).allowed).toBe(true);
    expect(may(stranger, 'see-obstacle', { ...obstacle, coOwnerIds: [12] }).allowed).toBe(true);
    expect(may(stranger, 'verify-obstacle', { ...obstacle, coOwnerIds: [12] }).allowed).toBe(true);
    expect(allowed('report-figures', { ...shared, ownerId: null })).toEqual(['stranger', 'head', 'coordinator']);
  });

  it('is named by the owner, the head of the unit or the coordinator, and names nobody', () => {
    expect(allowed('share-project', shared)).toEqual(['owner', 'head', 'coordinator', 'delegate']);
  });
});

describe('who moves a milestone to a later day', () => {
  it('is asked by the owner, the head of the unit or the coordinator, and consented to by the sponsor alone', () => {
    expect(allowed('postpone-milestone', milestone)).toEqual(['owner', 'head', 'coordinator', 'delegate']);
    expect(allowed('consent-postponement', { programId: 1, consenterId: 30, sponsorId: null, askedById: 1 })).toEqual([
      'leader',
      'commander',
    ]);
  });

  it('takes a change of the ledger back: who made it, and the coordinator', () => {
    expect(allowed('undo-edit', { programId: 1, authorId: 20 })).toEqual(['head', 'coordinator']);
  });
});

describe('who gives a code for an account', () => {
  it('is the coordinator, and the head of a unit for its people', () => {
    expect(allowed('make-code', { programId: 1, personId: 10, unitIds: [ZONE] })).toEqual(['head', 'coordinator']);
    expect(allowed('make-code', { programId: 1, personId: 10, unitIds: [] })).toEqual(['coordinator']);
  });
});

describe('who may take a report back', () => {
  it('is its author and the coordinator', () => {
    expect(allowed('undo-report', report)).toEqual(['owner', 'coordinator']);
    expect(allowed('amend-report', report)).toEqual(['owner', 'coordinator']);
  });

  it('is no longer its author after a day', () => {
    expect(may(owner, 'undo-report', { ...report, recordedAt: NOW - 24 * HOUR }).allowed).toBe(true);
    const late = { ...report, recordedAt: NOW - 24 * HOUR - 1 };
    expect(why(may(owner, 'undo-report', late))).toBe('上报已超过 24 小时，请找统筹人员更正');
    expect(may(coordinator, 'undo-report', late).allowed).toBe(true);
  });

  it('is not its author once a newer report stands on it', () => {
    expect(why(may(owner, 'amend-report', { ...report, newest: false }))).toBe('该节点之后又有新的上报');
  });
});

describe('who may see', () => {
  it("the plan's digest: leaders, commander, coordinator, viewer", () => {
    const plan = { programId: 1, of: 'plan' as const, unitId: null, sponsorId: null };
    expect(allowed('see-digest', plan)).toEqual(['leader', 'commander', 'coordinator', 'viewer']);
  });

  it("a unit's digest: its people as well", () => {
    const unit = { programId: 1, of: 'unit' as const, unitId: ZONE, sponsorId: null };
    expect(allowed('see-digest', unit)).toEqual([
      'owner',
      'colleague',
      'head',
      'leader',
      'commander',
      'coordinator',
      'viewer',
    ]);
  });

  it('a project: its own people, its unit, its sponsor, and who sees the plan', () => {
    expect(allowed('see-project', project)).not.toContain('stranger');
    expect(allowed('see-project', project)).not.toContain('otherHead');
    expect(allowed('see-project', project)).toContain('delegate');
    expect(may(stranger, 'see-project', { ...project, milestoneOwnerIds: [12] }).allowed).toBe(true);
  });

  it("what a sponsor sees, their delegate sees while they are away: the project, its obstacles, the sponsor's digest", () => {
    const away = person(14, [['official', WATER]], { standsInFor: [30] });
    const digest = { programId: 1, of: 'sponsor' as const, unitId: null, sponsorId: 30 };
    for (const permission of [may(away, 'see-project', project), may(away, 'see-digest', digest)])
      expect(permission.allowed).toBe(true);
    expect(may(away, 'see-obstacle', obstacle).allowed).toBe(true);
    expect(may(stranger, 'see-digest', digest).allowed).toBe(false);
    expect(may(away, 'see-project', { ...project, sponsorId: null }).allowed).toBe(false);
  });

  it("another's list: their head, who sees the plan, nobody else", () => {
    const list = { programId: 1, personId: 10, unitIds: [ZONE] };
    expect(allowed('see-owned', list)).toEqual([
      'owner',
      'head',
      'leader',
      'commander',
      'coordinator',
      'viewer',
      'delegate',
    ]);
  });
});

describe('who has to do with an obstacle', () => {
  it('may anybody of the program who sees one in the way say so, but who only looks on', () => {
    const all = Object.keys(everybody).filter((name) => name !== 'viewer');
    expect(allowed('flag-obstacle', { programId: 1 })).toEqual(all);
    expect(why(may(viewer, 'flag-obstacle', { programId: 1 }))).toBe('列席人员不提卡点，可以留言');
  });

  it('is whom it concerns by unit, role or name, and nobody of another unit', () => {
    const seeing = ['owner', 'colleague', 'head', 'leader', 'commander', 'coordinator', 'viewer', 'delegate'];
    expect(allowed('see-obstacle', obstacle)).toEqual(seeing);
    expect(may(stranger, 'see-obstacle', { ...obstacle, departmentId: WATER }).allowed).toBe(true);
    expect(may(stranger, 'see-obstacle', { ...obstacle, raisedById: 12 }).allowed).toBe(true);
  });

  it('is for those at its rung to work on, and no longer for those below', () => {
    const leaders = ['leader', 'commander'];
    expect(allowed('work-obstacle', obstacle)).toEqual(['owner', 'colleague', 'head', ...leaders, 'coordinator']);
    const atDepartment = { ...obstacle, rung: 'department', departmentId: WATER, holderId: 21 } as const;
    expect(allowed('work-obstacle', atDepartment)).toEqual([
      'stranger',
      'otherHead',
      ...leaders,
      'coordinator',
      'delegate',
    ]);
    const atSponsor = { ...obstacle, rung: 'sponsor', holderId: 30 } as const;
    expect(allowed('work-obstacle', atSponsor)).toEqual(['leader', 'commander', 'coordinator']);
    expect(why(may(head, 'work-obstacle', atSponsor))).toBe('这个卡点现在不由您所在的一级办理');
  });

  it('is led by its sponsor up to the sponsor’s rung, by the commander at all of them', () => {
    expect(allowed('lead-obstacle', obstacle)).toEqual(['leader', 'commander']);
    expect(allowed('lead-obstacle', { ...obstacle, rung: 'commander' })).toEqual(['commander']);
    expect(allowed('lead-obstacle', { ...obstacle, sponsorId: 31 })).toEqual(['commander']);
    expect(allowed('instruct', project)).toEqual(['leader', 'commander']);
    expect(allowed('nudge', project)).toEqual(['head', 'leader', 'commander', 'coordinator']);
  });

  it('is confirmed by who was asked or the unit head, urgent by the unit head alone', () => {
    expect(allowed('confirm-obstacle', { ...obstacle, confirmerId: 10 })).toEqual(['owner', 'head', 'delegate']);
    expect(allowed('confirm-obstacle', obstacle)).toEqual([]);
    expect(allowed('confirm-urgent', obstacle)).toEqual(['head']);
    expect(allowed('consent-promise', { ...obstacle, consenterId: 21 })).toEqual(['otherHead', 'leader', 'commander']);
  });

  it('is verified by who raised it, the owner, or who stands in for them, and by nobody else', () => {
    expect(allowed('verify-obstacle', obstacle)).toEqual(['owner', 'delegate']);
    expect(allowed('verify-obstacle', { ...obstacle, raisedById: 12 })).toEqual(['owner', 'stranger', 'delegate']);
    expect(allowed('withdraw-obstacle', { ...obstacle, raisedById: 12 })).toEqual(['stranger']);
    expect(allowed('sort-obstacle', { ...obstacle, raisedById: 12 })).toEqual(['stranger']);
  });

  it('enters a leave for themselves, the coordinator for all', () => {
    expect(allowed('enter-leave', { programId: 1, personId: 10, unitIds: [] })).toEqual(['owner', 'coordinator']);
  });
});

describe('a slip', () => {
  it('is answered by the head of its unit and whose project it is about, and judged by the office', () => {
    expect(allowed('answer-slip', slip)).toEqual(['owner', 'head', 'delegate']);
    expect(allowed('answer-slip', { ...slip, ownerId: null })).toEqual(['head']);
    expect(allowed('answer-slip', { ...slip, ownerId: null, milestoneOwnerId: 12 })).toEqual(['stranger', 'head']);
    expect(allowed('judge-slip', slip)).toEqual(['coordinator']);
    expect(allowed('issue-slip', { programId: 1 })).toEqual(['coordinator']);
  });

  it('is seen in its unit and by who sees the plan', () => {
    const plan = ['leader', 'commander', 'coordinator', 'viewer'];
    expect(allowed('see-slip', slip)).toEqual(['owner', 'colleague', 'head', ...plan, 'delegate']);
    expect(why(may(otherHead, 'answer-slip', slip))).toBe('督办单由主送单位负责人或项目责任人签收、答复');
  });
});

describe('an action item', () => {
  it('is decided and dropped by the commander and the office, and answered by its owner', () => {
    expect(allowed('lead-review', { programId: 1 })).toEqual(['commander', 'coordinator']);
    expect(allowed('visit-firm', { programId: 1, sponsorId: null })).toEqual(['commander', 'coordinator']);
    expect(allowed('visit-firm', { programId: 1, sponsorId: 30 })).toEqual(['leader', 'commander', 'coordinator']);
    expect(allowed('judge-item', item)).toEqual(['commander', 'coordinator']);
    expect(allowed('answer-item', item)).toEqual(['owner', 'coordinator', 'delegate']);
    expect(why(may(otherHead, 'answer-item', item))).toBe('交办事项由经办人答复');
  });

  it('is seen by its owner, the head of their unit, whose project it is about, and who sees the plan', () => {
    const plan = ['leader', 'commander', 'coordinator', 'viewer'];
    expect(allowed('see-item', item)).toEqual(['owner', 'stranger', 'head', ...plan, 'delegate']);
    expect(allowed('see-item', { ...item, ownerUnitIds: [], ownerId: null })).toEqual(['owner', ...plan, 'delegate']);
  });
});

describe('a factor', () => {
  const factor = { programId: 1, departmentId: ZONE };
  it('is given by its department and the office, and asked for by whose project it is', () => {
    expect(allowed('manage-factor', factor)).toEqual(['owner', 'colleague', 'head', 'coordinator']);
    expect(allowed('manage-factor', { ...factor, departmentId: null })).toEqual(['coordinator']);
    expect(allowed('ask-factor', project)).toEqual(allowed('report-figures', project));
    expect(why(may(otherHead, 'manage-factor', factor))).toBe('要素由项目办或主管部门配置');
  });

  it('is seen in its department and by who sees the plan', () => {
    const plan = ['leader', 'commander', 'coordinator', 'viewer'];
    expect(allowed('see-factor', factor)).toEqual(['owner', 'colleague', 'head', ...plan]);
  });
});

describe('promotion', () => {
  const office = ['owner', 'colleague', 'head'];
  const plan = ['leader', 'commander', 'coordinator', 'viewer'];

  it('is recorded by who led it, the office and the coordinator, and seen by them, finance and who sees the plan', () => {
    expect(allowed('record-activity', { ...promotion, leaderId: 30 })).toEqual([...office, 'leader', 'coordinator']);
    expect(allowed('excuse-month', { ...promotion, leaderId: 30 })).toEqual(['leader']);
    expect(allowed('see-duty', promotion)).toEqual([...office, 'commander']);
    expect(allowed('see-promotion', { ...promotion, officeId: null, financeId: null })).toEqual(plan);
    expect(allowed('see-promotion', { ...promotion, financeId: null })).toEqual([...office, ...plan]);
  });

  it('of money is confirmed by a second person of finance, never by who entered it', () => {
    expect(allowed('enter-money', promotion)).toEqual([...office, 'coordinator']);
    expect(allowed('import-promotion', promotion)).toEqual([...office, 'coordinator']);
    const finance = ['stranger', 'otherHead', 'coordinator', 'delegate'];
    expect(allowed('confirm-money', { ...promotion, enteredById: 20 })).toEqual(finance);
    expect(allowed('confirm-money', { ...promotion, enteredById: 21 })).toEqual(
      finance.filter((who) => who !== 'otherHead'),
    );
    expect(why(may(otherHead, 'confirm-money', { ...promotion, enteredById: otherHead.id }))).toBe(
      '自己登记的，要换一个人核对',
    );
  });

  it('a lead is told of by whoever works, seen by who told of it, judged by the office, answered by who was first', () => {
    const lead = { ...promotion, financeId: null, firstById: stranger.id, joinedIds: [otherHead.id] };
    expect(allowed('report-lead', { programId: 1 })).toEqual(
      Object.keys(everybody).filter((name) => name !== 'viewer'),
    );
    expect(allowed('see-lead', { ...lead, officeId: null })).toEqual(['stranger', 'otherHead', ...plan]);
    expect(allowed('judge-lead', lead)).toEqual([...office, 'commander', 'coordinator']);
    expect(allowed('work-lead', lead).sort()).toEqual([...office, 'stranger', 'coordinator'].sort());
    expect(why(may(leader, 'judge-lead', lead))).toBe('线索由招商主管单位、总指挥或统筹人员研判');
    expect(why(may(leader, 'work-lead', lead))).toBe('线索由首报人或招商主管单位跟');
    expect(why(may(viewer, 'report-lead', lead))).toBe('列席人员不报线索');
  });
});

describe('who may set things up', () => {
  it('is the coordinator', () => {
    for (const action of [
      'record-goal',
      'subscribe-channel',
      'load-plan',
      'tie-account',
      'change-roles',
      'judge-trips',
      'change-positions',
      'hand-over',
    ] as const) {
      expect(allowed(action, { programId: 1 })).toEqual(['coordinator']);
    }
    expect(why(may(leader, 'load-plan', { programId: 1 }))).toBe('只有统筹人员可以这样做');
  });
});

describe('whoever it is', () => {
  const things: Things = {
    'report-milestone': milestone,
    'report-figures': project,
    'undo-report': report,
    'amend-report': report,
    'see-project': project,
    'issue-slip': { programId: 1 },
    'see-slip': slip,
    'answer-slip': slip,
    'judge-slip': slip,
    'lead-review': { programId: 1 },
    'visit-firm': { programId: 1, sponsorId: null },
    'see-item': item,
    'answer-item': item,
    'judge-item': item,
    'see-factor': { programId: 1, departmentId: ZONE },
    'manage-factor': { programId: 1, departmentId: ZONE },
    'ask-factor': project,
    'see-promotion': promotion,
    'see-duty': promotion,
    'record-activity': { ...promotion, leaderId: 30 },
    'undo-activity': { ...promotion, leaderId: 30, recordedById: 11 },
    'excuse-month': { ...promotion, leaderId: 30 },
    'report-lead': promotion,
    'see-lead': { ...promotion, firstById: 11, joinedIds: [] },
    'judge-lead': promotion,
    'work-lead': { ...promotion, firstById: 11, joinedIds: [] },
    'judge-trips': { programId: 1 },
    'enter-money': promotion,
    'import-promotion': promotion,
    'confirm-money': { ...promotion, enteredById: 20 },
    'see-digest': { programId: 1, of: 'plan', unitId: null, sponsorId: null },
    'see-goals': { programId: 1 },
    'see-owned': { programId: 1, personId: 10, unitIds: [ZONE] },
    'flag-obstacle': { programId: 1 },
    'see-obstacle': obstacle,
    'work-obstacle': obstacle,
    'verify-obstacle': obstacle,
    'withdraw-obstacle': obstacle,
    'sort-obstacle': obstacle,
    'lead-obstacle': obstacle,
    'confirm-obstacle': { ...obstacle, confirmerId: 10 },
    'confirm-urgent': obstacle,
    'consent-promise': obstacle,
    instruct: project,
    nudge: project,
    'set-ladder': { programId: 1 },
    'enter-leave': { programId: 1, personId: 10, unitIds: [] },
    'postpone-milestone': milestone,
    'consent-postponement': { programId: 1, consenterId: 30, sponsorId: null, askedById: 1 },
    'undo-edit': { programId: 1, authorId: 20 },
    'make-code': { programId: 1, personId: 10, unitIds: [ZONE] },
    'tie-account': { programId: 1 },
    'change-roles': { programId: 1 },
    'change-positions': { programId: 1 },
    'share-project': project,
    'hand-over': { programId: 1 },
    'record-goal': { programId: 1 },
    'subscribe-channel': { programId: 1 },
    'load-plan': { programId: 1 },
    'manage-programs': { programId: 1 },
    'answer-complaint': { programId: 1 },
    'see-burden': { programId: 1 },
    'edit-ledger': { programId: 1 },
    'export-ledger': { programId: 1 },
  };
  const actions = Object.keys(things) as PermittedAction[];
  const someone = fc
    .tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(null, ZONE, WATER))),
    )
    .map(([id, roles]) => person(id, roles));
  const ask = <A extends PermittedAction>(who: Person, action: A) => may(who, action, things[action]);

  it('somebody of another program may nothing', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom(...actions), (who, action) => {
        const answer = ask({ ...who, programId: 2 }, action);
        expect(answer).toEqual({ allowed: false, denied: { kind: 'other-program' } });
      }),
    );
  });

  it('one more role never takes a right away', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom(...actions), fc.constantFrom(...ROLES), (who, action, role) => {
        const more = { ...who, roles: [...who.roles, { role, unitId: WATER }] };
        if (ask(who, action).allowed) expect(ask(more, action).allowed).toBe(true);
      }),
    );
  });

  it('somebody without any role or property may nothing at all', () => {
    for (const action of actions) expect(ask(person(99, []), action).allowed).toBe(false);
  });
});
