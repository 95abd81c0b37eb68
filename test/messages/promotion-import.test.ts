import { describe, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Program } from '../../src/domain/program.js';
import { ROW_FAULTS, type RowFault } from '../../src/domain/promotion/sheet/types.js';
import type { Outcome } from '../../src/feature.js';
import { faultsMessage } from '../../src/features/promotion-import/messages/faults.js';
import { previewMessage } from '../../src/features/promotion-import/messages/preview.js';
import { movedMessage, recordedMessage } from '../../src/features/promotion-import/messages/recorded.js';
import { deniedRefusal, fileRefusal, importRefusal } from '../../src/features/promotion-import/messages/refusals.js';
import { sendForm } from '../../src/features/promotion-import/messages/send-form.js';
import { undoneBeforeMessage, undoneMessage } from '../../src/features/promotion-import/messages/undone.js';
import type { ImportPlan, NewActivityRow, NewLeadRow, NewMoneyRow } from '../../src/features/promotion-import/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { PromotionImport } from '../../src/store/promotion-imports.js';
import type { Language } from '../../src/text/language.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, program as county, ctx, person } from './obstacle-life.js';

const program: Program = county;
const now = at('2020-06-17', '10:00');
const on = localDay('2020-06-16');
const place = { sheet: '招商活动', row: 2 };
const activity: NewActivityRow = {
  ...place,
  leaderId: 1,
  joinedIds: [],
  on,
  place: '苏州',
  field: null,
  firms: 2,
  text: '',
};
const lead: NewLeadRow = {
  ...place,
  investor: '苏州精工',
  investorKey: '苏州精工',
  field: null,
  wants: null,
  contact: null,
  firstById: 1,
  joinedIds: [],
  reportedOn: on,
  standing: 'new',
  judgedOn: null,
  answeredOn: null,
  dropReason: null,
};
const voucher: NewMoneyRow = {
  ...place,
  kind: 'funds',
  voucher: '0615-031',
  amount: 5000,
  inAll: null,
  projectId: 13,
  on,
};
const nothing = { fresh: [], there: 0 };
const empty: ImportPlan = { activities: nothing, leads: nothing, money: nothing, faults: [], skipped: 0 };
const faults: readonly RowFault[] = ROW_FAULTS.map((why, at) => ({
  ...place,
  row: at + 3,
  why,
  text: why === 'near' ? '21 苏州精工' : why === 'voucher' ? '' : '<!channel>',
}));
const full: ImportPlan = {
  activities: { fresh: [activity, activity, activity], there: 2 },
  leads: { fresh: [lead], there: 0 },
  money: { fresh: [voucher, { ...voucher, kind: 'foreign-capital', amount: 300 }], there: 1 },
  faults: [...faults.slice(0, 2), { ...place, sheet: '到位资金<!here>', row: 4, why: 'unit', text: '5000' }],
  skipped: 2,
};
const kept: PromotionImport = {
  id: 5,
  personId: 4,
  fileName: '上半年<!channel>.xlsx',
  rows: { activities: [], leads: [], funds: [], faults: [], skipped: 0 },
  planned: '',
  standing: 'previewed',
  at: now,
  confirmedAt: null,
};
const imported = {
  activities: 3,
  leads: 1,
  money: [
    { kind: 'funds', count: 2, sum: 20_000 },
    { kind: 'foreign-capital', count: 1, sum: 300 },
  ],
} as const;

describe.each<Language>(['zh', 'en'])('an import of promotion, as people read it (%s)', (language) => {
  const reader = { ...ctx(person(4, [{ role: 'official', unitId: null }]), now, language), program };
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind !== 'refuse') throw new Error(outcome.kind);
    return refusalMessage(outcome.refusal, language, null);
  };
  async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
    const ids = { person: (id: string) => id, channel: (id: string) => id };
    const lines = messages.map((each) =>
      readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, ids).join('\n')),
    );
    await goldenSent(`promotion-import/${name}-${language}`, messages);
    await goldenRead(`promotion-import/${name}-${language}`, ...lines);
  }

  test('previewed, recorded, taken back', async () => {
    await golden(
      'import',
      previewMessage(reader, { kept, plan: full }),
      previewMessage(reader, { kept, plan: { ...empty, activities: { fresh: [], there: 12 } } }),
      previewMessage(reader, { kept, plan: { ...full, faults } }),
      movedMessage(reader, { kept, plan: { ...empty, activities: { fresh: [activity], there: 1 } } }),
      recordedMessage(reader, { kind: 'recorded', kept, imported }),
      recordedMessage(reader, { kind: 'recorded', kept, imported: { ...imported, leads: 0, money: [] } }),
      undoneMessage(reader, {
        kept,
        back: { activityIds: [1, 2, 3], leadIds: [], moneyIds: [9] },
        left: { activities: 0, leads: 1, money: [{ kind: 'funds', count: 1, sum: 8000 }] },
      }),
      undoneMessage(reader, {
        kept,
        back: { activityIds: [1], leadIds: [], moneyIds: [] },
        left: { activities: 0, leads: 0, money: [] },
      }),
      undoneBeforeMessage(reader, kept),
    );
  });

  test('the rows that are not understood, each with its reason', async () => {
    const plan = { ...empty, faults };
    const fifty = Array.from(
      { length: 50 },
      (_, index) => ({ ...place, row: index + 3, why: 'no-day', text: '' }) as const,
    );
    await golden(
      'faults',
      faultsMessage(reader, { kept, plan }, 0),
      faultsMessage(reader, { kept, plan }, 20),
      faultsMessage(reader, { kept, plan: { ...empty, faults: fifty } }, 20),
      faultsMessage(reader, { kept, plan: empty }, 0),
    );
  });

  test('what is refused, and what to send instead', async () => {
    await goldenRead(
      `promotion-import/form-${language}`,
      formLines(sendForm({ channelId: null, threadTs: null, messageTs: null }, language)),
    );
    await golden(
      'refusals',
      messageOf(deniedRefusal(reader, language === 'zh' ? '招商主管单位和统筹人员才能导入' : 'the office imports')),
      ...(['off', 'no-file', 'too-big', 'gone', 'late', 'not-yet'] as const).map((because) =>
        messageOf(importRefusal(reader, because)),
      ),
      messageOf(fileRefusal(reader, { what: 'head' })),
      messageOf(fileRefusal(reader, { what: 'none' })),
      messageOf(fileRefusal(reader, { what: 'many', count: 1200 })),
    );
  });
});
