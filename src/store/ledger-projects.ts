import type { LocalDay } from '../domain/day.js';
import type { ProjectFields } from '../domain/ledger-change.js';
import type { Stage, Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** A project with all that the ledger says of it: what is edited, and what changes are decided from. */
export type LedgerProjectRow = {
  readonly id: number;
  readonly programId: number;
  readonly code: string;
  readonly version: number;
  readonly stage: Stage;
  readonly fields: ProjectFields;
  readonly unitName: Words;
  readonly ownerName: Words | null;
  readonly sponsorName: Words | null;
  readonly coOwnerIds: readonly number[];
  readonly milestones: readonly LedgerMilestoneRow[];
};

export type LedgerMilestoneRow = {
  readonly id: number;
  readonly name: string;
  readonly due: LocalDay | null;
  /** The day that it had before it was ever put off, null where it never was; and how often it was. */
  readonly firstDue: LocalDay | null;
  readonly postponed: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly stage: Stage | null;
  readonly ownerId: number | null;
  readonly ownerPositionId: number | null;
};

const called = (person: { readonly name: string; readonly nameEn: string } | null): Words | null =>
  person && { zh: person.name, en: person.nameEn };

export function ledgerProjectsIn(database: Database) {
  return {
    async byId(programId: number, id: number): Promise<LedgerProjectRow | null> {
      const person = { select: { name: true, nameEn: true } } as const;
      const row = await database.project.findFirst({
        where: { programId, id },
        include: {
          unit: { select: { name: true } },
          owner: person,
          sponsor: person,
          coOwners: { select: { personId: true }, orderBy: { personId: 'asc' } },
          milestones: { orderBy: { ordinal: 'asc' } },
        },
      });
      if (!row) return null;
      const { code, version, stage, unit, owner, sponsor, coOwners, milestones } = row;
      return {
        id,
        programId,
        code,
        version,
        stage: stage as Stage,
        fields: {
          name: row.name,
          category: row.category,
          focusArea: row.focusArea,
          unitId: row.unitId,
          ownerId: row.ownerId,
          ownerPositionId: row.ownerPositionId,
          sponsorId: row.sponsorId,
          sponsorPositionId: row.sponsorPositionId,
          site: row.site,
          standing: row.standing as ProjectFields['standing'],
          totalInvestment: row.totalInvestment,
          yearPlan: row.yearPlan,
          startDay: row.startDay as LocalDay | null,
          endDay: row.endDay as LocalDay | null,
          content: row.content,
          problem: row.problem,
          remark: row.remark,
          pauseReason: row.pauseReason,
          pausedUntil: row.pausedUntil as LocalDay | null,
        },
        unitName: unit.name as Words,
        ownerName: called(owner),
        sponsorName: called(sponsor),
        coOwnerIds: coOwners.map((each) => each.personId),
        milestones: milestones.map((each) => ({
          id: each.id,
          name: each.name,
          due: each.due as LocalDay | null,
          firstDue: each.firstDue as LocalDay | null,
          postponed: each.postponed,
          percent: each.percent,
          doneOn: each.doneOn as LocalDay | null,
          stage: each.stage as Stage | null,
          ownerId: each.ownerId,
          ownerPositionId: each.ownerPositionId,
        })),
      };
    },

    /** The code that a new project gets: the next number in the shape of the newest. */
    async nextCode(programId: number): Promise<string> {
      const rows = await database.project.findMany({ where: { programId }, select: { code: true } });
      const shapes = rows.flatMap(({ code }) => {
        const [, head = '', digits = ''] = /^(.*?)(\d+)$/.exec(code) ?? [];
        return digits === '' ? [] : [{ head, digits, number: Number(digits) }];
      });
      const newest = shapes.sort((one, other) => other.number - one.number)[0] ?? {
        head: 'P-',
        digits: '000',
        number: 0,
      };
      return `${newest.head}${String(newest.number + 1).padStart(newest.digits.length, '0')}`;
    },
  };
}
