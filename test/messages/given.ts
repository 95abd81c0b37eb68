import { decided, type ItemState } from '../../src/domain/action-item.js';
import { localDay } from '../../src/domain/day.js';
import { issued, type SlipState } from '../../src/domain/slip.js';
import type { ShownIndicators } from '../../src/features/indicator/model.js';
import type { ItemCase } from '../../src/store/action-items.js';
import type { KeptIndicators } from '../../src/store/indicator-sheets.js';
import type { SlipCase } from '../../src/store/slips.js';
import { weeklyReview } from '../support/reviews.js';
import { at } from './obstacle-life.js';

/** Item 12 of the model messages. */
export const givenItem = (
  state: ItemState = decided(localDay('2020-07-02')),
  more: Partial<ItemCase> = {},
): ItemCase => ({
  id: 12,
  programId: 1,
  number: 12,
  slotId: 3,
  review: weeklyReview.key,
  reviewDay: localDay('2020-06-23'),
  lessonGate: null,
  ownerId: 3,
  ownerUnitIds: [70],
  projectId: 3,
  code: 'P-003',
  projectOwnerId: 1,
  sponsorId: 4,
  milestoneId: 30,
  milestone: '用地',
  obstacleId: null,
  obstacleNumber: null,
  text: '落实P-003 32亩用地',
  createdById: 6,
  createdAt: at('2020-06-24', '09:20'),
  movedCause: null,
  movedFrom: null,
  closedCause: null,
  state,
  ...more,
});

/** Slip 9 of the model messages: P-010, start due 30 June. */
export const givenSlip = (
  state: SlipState = issued('blue', localDay('2020-06-30'), false),
  more: Partial<SlipCase> = {},
): SlipCase => ({
  id: 9,
  programId: 1,
  number: 9,
  unitId: 60,
  unitKey: 'economic-zone',
  unitName: { zh: '经济开发区', en: 'Economic Development Zone' },
  unitChannelId: 'C060',
  unitHeadId: 2,
  projectId: 10,
  code: 'P-010',
  projectName: '热处理中心项目',
  nickname: '热处理中心',
  ownerId: 1,
  coOwnerIds: [],
  sponsorId: 4,
  milestoneId: 77,
  milestone: '开工',
  milestoneDue: localDay('2020-06-30'),
  milestonePercent: 55,
  milestoneOwnerId: null,
  obstacleNumber: null,
  text: '开工关口的项目，抓紧进场',
  urgentReason: null,
  issuedById: 6,
  issuedAt: at('2020-06-24', '08:30'),
  askedVersion: null,
  state,
  ...more,
});

const april = localDay('2020-04-01');
const may = localDay('2020-05-01');
const sheet = (id: number, month: typeof may, indicators: KeptIndicators['indicators']): KeptIndicators => ({
  id,
  month,
  indicators,
  fileName: `东阿县${month.slice(0, 7)}主要经济指标.xlsx`,
  takenById: 6,
  takenAt: at('2020-06-15', '09:30'),
});

/** The spreadsheet of May 2020, which states April otherwise than April's did. */
export const mayIndicators: ShownIndicators = {
  sheet: sheet(2, may, [
    {
      name: '规模以上工业增加值',
      unit: '亿元',
      values: [
        { month: april, value: '11.8' },
        { month: may, value: '12.3' },
      ],
      overYear: '5.2',
    },
    { name: '固定资产投资', unit: '亿元', values: [{ month: may, value: '30' }], overYear: '-1.3' },
    { name: '<进出口总额>', unit: '', values: [{ month: april, value: '7' }], overYear: null },
  ]),
  before: sheet(1, april, [
    { name: '规模以上工业增加值', unit: '亿元', values: [{ month: april, value: '11.5' }], overYear: '4' },
  ]),
  revisions: [{ name: '规模以上工业增加值', month: april, was: '11.5', now: '11.8' }],
  takenBy: { id: 6, name: '任长青', nameEn: 'Ren Changqing', slackUserId: null, language: 'zh' },
};
