import { decided } from '../../src/domain/action-item.js';
import type { Burden } from '../../src/domain/burden.js';
import { localDay } from '../../src/domain/day.js';
import { issued, type SlipState } from '../../src/domain/slip.js';
import type { SeenIndicators } from '../../src/features/indicator/model.js';
import type { SeenSlip } from '../../src/features/slip/model.js';
import type { ItemCase } from '../../src/store/action-items.js';
import type { FirmNeed } from '../../src/store/firm-needs.js';
import type { Contact } from '../../src/store/people.js';
import type { SlotCase } from '../../src/store/review-slots.js';
import type { SlipCase } from '../../src/store/slips.js';
import { program as county } from '../messages/county.js';
import { givenItem, givenSlip } from '../messages/given.js';
import { at, ctx, person } from '../messages/obstacle-life.js';
import { weeklyReview } from '../support/reviews.js';

/* The review of 23 June 2020 and slip 9, as the model messages have them. */

const review = weeklyReview;

export const program = {
  ...county,
  policy: { ...county.policy, mechanisms: { ...county.policy.mechanisms, reviews: [review] } },
};

const contact = (id: number, name: string, nameEn: string): Contact => ({
  id,
  name,
  nameEn,
  slackUserId: null,
  language: 'zh',
});
const people = new Map(
  [
    contact(3, '贺卫国', 'He Weiguo'),
    contact(4, '丁广田', 'Ding Guangtian'),
    contact(5, '田丽娟', 'Tian Lijuan'),
    contact(6, '曾洪波', 'Zeng Hongbo'),
  ].map((each) => [each.id, each]),
);
const units = new Map([
  [3, { zh: '自然资源局', en: 'Natural Resources' }],
  [5, { zh: '经济开发区', en: 'Economic Zone' }],
]);

const apart = {
  projectId: null,
  code: null,
  projectOwnerId: null,
  sponsorId: null,
  milestoneId: null,
  milestone: null,
};
const item = (number: number, ownerId: number, text: string, due: string): ItemCase =>
  givenItem(decided(localDay(due)), { ...apart, id: number, number, ownerId, ownerUnitIds: [], text });

const slot: SlotCase = {
  id: 3,
  review: review.key,
  period: localDay('2020-06-22'),
  day: localDay('2020-06-23'),
  projectId: null,
  unitId: null,
  agenda: [
    {
      kind: 'obstacle',
      id: 4,
      number: 4,
      projectId: 68,
      code: 'P-068',
      nickname: '临港新城',
      projectName: '临港新城项目',
      matter: 'relocation',
      days: 21,
      holders: [4],
    },
  ],
  outcome: 'held',
  mergedInto: null,
  decidedById: 6,
  decidedAt: at('2020-06-23', '10:00'),
  version: 2,
};

/** The minutes of 23 June; `count` of one and the same text, where the number is what matters. */
export function minutesOf(
  count?: number,
  text = '',
  needs: readonly FirmNeed[] = [],
  indicators: SeenIndicators | null = null,
) {
  const dropped = item(5, 4, '二期征地', '2020-06-19');
  const items =
    count === undefined
      ? [
          item(12, 3, '落实P-003 32亩用地', '2020-07-02'),
          item(13, 4, 'P-068签约方案。', '2020-06-30'),
          item(14, 5, '<P-010>进场开工 & "快"', '2020-06-30'),
          {
            ...dropped,
            state: {
              ...dropped.state,
              standing: 'dropped' as const,
              endedOn: localDay('2020-06-23'),
              dropReason: '已并入二期',
            },
          },
        ]
      : Array.from({ length: count }, (_, place) => item(place + 1, 3, text, '2020-06-30'));
  return { slot, items, people, units, needs, indicators };
}

export const setting = ctx(person(6, [{ role: 'coordinator', unitId: null }]), at('2020-06-24', '08:30'), 'zh');

export const slip9 = (more: Partial<SlipCase> = {}, state: Partial<SlipState> = {}): SeenSlip => ({
  slip: givenSlip(
    { ...issued('blue', localDay('2020-06-30'), false), ...state },
    { unitChannelId: null, text: '加快进场', urgentReason: '关口项目', ...more },
  ),
  people,
});

export const juneBurden: Burden = {
  month: localDay('2020-06-01'),
  sent: [
    { kind: 'questions', count: 1102 },
    { kind: 'obstacles', count: 86 },
    { kind: 'digests', count: 168 },
  ],
  asked: 1342,
  spared: { reported: 4000, 'not-begun': 2500, blocked: 18 },
  sparedInAll: 6518,
  crowdedDays: 0,
  meetings: 3,
  attendances: 51,
};
