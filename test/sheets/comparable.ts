import { expect } from 'vitest';
import { isLocalDay } from '../../src/domain/day.js';
import { isWholeYuan } from '../../src/domain/exact.js';
import {
  type Choices,
  compareLedger,
  type LedgerNow,
  type LedgerProject,
  NO_CHOICES,
} from '../../src/domain/ledger-compare/index.js';
import type { LedgerSheet } from '../../src/domain/ledger-sheet/index.js';
import { DEFAULT_STAGES } from '../../src/domain/stage.js';
import { columnsForm } from '../../src/features/ledger/messages/columns-form.js';
import { previewLists } from '../../src/features/ledger/messages/lists.js';
import { namesForm } from '../../src/features/ledger/messages/names-form.js';
import { previewMessage } from '../../src/features/ledger/messages/preview.js';
import type { Previewed } from '../../src/features/ledger/model.js';
import { countsOf, understoodOf } from '../../src/features/ledger/understood.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { option } from '../../src/slack/blocks.js';
import { program } from '../messages/county.js';

const project = (id: number, name: string, more: Partial<LedgerProject> = {}): LedgerProject => ({
  id,
  code: `P-00${id}`,
  name,
  nicknames: [],
  coOwnerIds: [],
  milestoneOwnerIds: [],
  category: 'industrial',
  focusArea: 'projects',
  unitId: 1,
  ownerId: 1,
  ownerPositionId: null,
  sponsorId: null,
  sponsorPositionId: null,
  site: null,
  standing: 'open',
  firstStage: 'lead',
  undone: false,
  totalInvestment: 5000,
  yearPlan: null,
  doneInvestment: 4600,
  startDay: null,
  endDay: null,
  content: null,
  problem: '拆迁',
  remark: null,
  pauseReason: null,
  pausedUntil: null,
  milestones: [{ id: id * 10, name: '用地', due: null, percent: null }],
  ...more,
});

const ledger: LedgerNow = {
  revision: 1,
  projects: [project(1, '甲项目'), project(2, '乙工程'), project(3, '丙项目', { standing: 'withdrawn' })],
  units: [{ id: 1, key: 'water', name: { zh: '水利局', en: 'Water' }, aliases: [] }],
  people: [{ id: 1, name: '王伟', nameEn: 'Wang Wei', phone: null, unitIds: [1] }],
  categories: [{ key: 'industrial', name: { zh: '工业', en: 'Industrial' } }],
  sites: [],
  focusAreas: ['projects'],
  stages: DEFAULT_STAGES,
};

const kept = {
  id: 1,
  personId: 1,
  fileName: '台账.xlsx',
  slackFileId: 'F1',
  ledgerRevision: 1,
  understood: {},
  standing: 'previewed',
  at: 0,
  confirmedAt: null,
  cause: 'c',
} as const;

/** Whatever was read can be compared, kept, and shown inside Slack's limits; undecided and with everything made. */
export function expectComparable(sheet: LedgerSheet): void {
  const first = compareLedger(sheet, ledger, NO_CHOICES);
  const made: Choices = {
    people: Object.fromEntries(first.people.map(({ key }) => [key, 'new' as const])),
    units: Object.fromEntries(first.units.map(({ key }) => [key, 'new' as const])),
    categories: Object.fromEntries(first.categories.map(({ key }) => [key, 'industrial'])),
    projects: Object.fromEntries(first.likely.map(({ key }) => [key, 'new' as const])),
    lower: true,
  };
  for (const choices of [NO_CHOICES, made]) {
    const comparison = compareLedger(sheet, ledger, choices);
    for (const change of comparison.writes.changes) {
      const fields =
        change.kind === 'add-project' ? change.project : 'after' in change ? change.after : change.milestone;
      for (const [field, value] of Object.entries(fields)) {
        if (/Investment|yearPlan/.test(field)) expect(isWholeYuan(Number(value)) && Number(value) <= 2e9).toBe(true);
        if (/Day|due/.test(field) && value !== null) expect(isLocalDay(String(value))).toBe(true);
      }
    }
    const previewed: Previewed = {
      id: 1,
      fileName: '台账.xlsx',
      sheet,
      comparison,
      remembered: 1,
      counts: countsOf(sheet, comparison),
    };
    const understood = understoodOf(sheet, comparison, choices);
    for (const language of ['zh', 'en'] as const) {
      const reader = { language, program };
      const messages = [previewMessage(previewed, reader), ...previewLists(previewed, reader)];
      for (const { blocks } of messages) checkMessageBlocks(blocks);
      checkView(columnsForm({ kept, understood }, [{ head: '批示', match: 'remark' }], language), 'modal');
      checkView(namesForm({ kept, understood }, [option('工业', 'industrial')], language), 'modal');
    }
  }
}
