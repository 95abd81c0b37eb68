import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { issued, type SlipRefusal, type SlipState } from '../../src/domain/slip.js';
import type { Outcome } from '../../src/feature.js';
import { actForm } from '../../src/features/slip/messages/act-form.js';
import { cardMessage, slipPost } from '../../src/features/slip/messages/card.js';
import { slipBlocks } from '../../src/features/slip/messages/home.js';
import { issueForm } from '../../src/features/slip/messages/issue-form.js';
import { issuedMessage, previewMessage } from '../../src/features/slip/messages/issued.js';
import { listMessage } from '../../src/features/slip/messages/list.js';
import { deniedRefusal, issueRefusal, lineRefusal, notMoved } from '../../src/features/slip/messages/refusals.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { SlipCase } from '../../src/store/slips.js';
import type { Language } from '../../src/text/language.js';
import { givenSlip as slip } from './given.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, people, person, units } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const now = at('2020-06-24', '08:30');
const office = person(6, [{ role: 'coordinator', unitId: null }]);
const head = person(2, [{ role: 'unit-head', unitId: 60 }]);

const blue = issued('blue', localDay('2020-06-30'), false);
const signed: SlipState = { ...blue, version: 2, signedById: 2, signedOn: localDay('2020-06-24') };

const behind = { colour: 'yellow' as const, pace: 65.3, behind: 10.3, paceOn: localDay('2020-06-24') };
const late = { ...blue, dueDay: localDay('2020-06-22') };
const byItself = { issuedById: null, text: '' };
const matter = { projectId: null, code: null, projectName: null, nickname: null, ownerId: null, sponsorId: null };
const noStep = { milestoneId: null, milestone: null, milestoneDue: null, milestonePercent: null };
const plain = (state: SlipState): SlipCase =>
  slip(state, { ...matter, ...noStep, number: 5, text: '报送防汛值班表', urgentReason: '夜间有大雨' });

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`slip/${name}`, messages);
  await goldenRead(`slip/${name}`, ...lines);
}

const REFUSALS: readonly SlipRefusal[] = [
  'ended',
  'waiting',
  'answered',
  'not-answered',
  'not-asked',
  'asked-before',
  'asked-late',
  'not-later',
  'day-off',
  'not-overdue',
  'red',
  'not-drafted',
  'text-missing',
];

describe.each<Language>(['zh', 'en'])('supervision slips, as people read them (%s)', (language) => {
  const reader = (who = office) => ctx(who, now, language);
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind === 'refuse') return refusalMessage(outcome.refusal, language, null);
    if (outcome.kind !== 'say') throw new Error(outcome.kind);
    return outcome.message;
  };

  test('to its unit: fresh, signed, returned, with more time asked, overdue, closed late, void', async () => {
    const post = (state: SlipState) => slipPost(reader(), { slip: slip(state), people }, 'unit', language);
    await golden(
      `unit-${language}`,
      post(blue),
      post(signed),
      post({ ...signed, returned: 1, returnReason: '没有写人数' }),
      post({
        ...signed,
        moreTimeTo: localDay('2020-07-03'),
        moreTimeReason: '等设备',
        moreTimeDecidedBy: localDay('2020-06-29'),
      }),
      post({ ...signed, colour: 'red', dueDay: localDay('2020-06-22') }),
      post({ ...signed, standing: 'closed', endedOn: localDay('2020-07-03') }),
      post({ ...signed, standing: 'void', endedOn: localDay('2020-06-24'), voidReason: '节点延期' }),
      post({ ...signed, standing: 'void', endedOn: localDay('2020-06-24'), voidBecause: 'postponed', voidedById: 4 }),
      post({ ...signed, standing: 'void', endedOn: localDay('2020-06-24'), voidBecause: 'withdrawn', voidedById: 4 }),
      post({ ...signed, standing: 'void', endedOn: localDay('2020-06-24'), voidBecause: 'paused', voidedById: 4 }),
      slipPost(reader(), { slip: plain({ ...blue, colour: 'yellow' }), people }, 'unit', language),
      slipPost(reader(), { slip: slip({ ...blue, ...behind, redDraft: 'asked' }, byItself), people }, 'unit', language),
    );
  });

  test('to the office: what is to be decided', async () => {
    const answered: SlipState = { ...signed, standing: 'answered', answer: '已进场30人', answeredById: 2, version: 3 };
    await golden(
      `office-${language}`,
      slipPost(reader(), { slip: plain(answered), people }, 'office', language),
      cardMessage(reader(), { slip: plain({ ...signed, dueDay: localDay('2020-06-22') }), people }),
      cardMessage(reader(head), { slip: plain(signed), people }),
      ...(['asked', 'held'] as const).map((redDraft) =>
        slipPost(reader(), { slip: slip({ ...late, ...behind, redDraft }, byItself), people }, 'office', language),
      ),
    );
  });

  test('read back, issued, numbered and waiting', async () => {
    const draft = { unit: 60, project: null, milestone: null, obstacle: null, due: localDay('2020-06-30') };
    const unit = units.get(60);
    if (!unit) throw new Error('no unit');
    await golden(
      `issued-${language}`,
      previewMessage(reader(), {
        draft: { ...draft, text: '报送防汛值班表', urgent: '夜间有大雨' },
        unit,
        project: null,
        colour: 'yellow',
        obstacle: 7,
      }),
      issuedMessage(reader(), { slip: slip(blue), people }),
      issuedMessage(reader(), { slip: slip({ ...blue, standing: 'waiting' }), people }),
    );
  });

  test('the list, and an empty one', async () => {
    await golden(
      `list-${language}`,
      listMessage(reader(), [slip({ ...signed, colour: 'red', dueDay: localDay('2020-06-22') }), plain(blue)], 0),
      listMessage(reader(), [], 0),
      listMessage(reader(head), [], 0),
    );
  });

  test('on the home tab of who is to answer or to decide', async () => {
    const drafted = slip({ ...signed, colour: 'yellow', redDraft: 'asked', dueDay: localDay('2020-06-22') });
    const four = [drafted, plain(blue), plain(blue), plain(signed)];
    await expect(
      blockLines(checkMessageBlocks(slipBlocks(reader(), four)), {}, {}, names).join('\n'),
    ).toMatchFileSnapshot(`slip/home-${language}.txt`);
    expect(slipBlocks(reader(head), [])).toEqual([]);
  });

  test('its forms', async () => {
    const views = [
      issueForm(reader(), [...units.values()], {}),
      actForm(reader(head), slip(signed), 'ask-time'),
      actForm(reader(head), plain(signed), 'answer'),
      actForm(reader(), slip(signed), 'void'),
    ].map((outcome) => {
      if (outcome.kind !== 'view') throw new Error(outcome.kind);
      return outcome.view;
    });
    await goldenSent(`slip/forms-${language}`, views);
    await goldenRead(`slip/forms-${language}`, ...views.map(formLines));
  });

  test('every refusal', async () => {
    const draft = {
      unit: 60,
      project: null,
      milestone: null,
      obstacle: null,
      text: '',
      due: localDay('2020-06-26'),
      urgent: null,
    };
    const outcomes: readonly Outcome[] = [
      ...REFUSALS.map((refused) => notMoved(reader(), { kind: 'refused', refused, slip: slip(signed) })),
      notMoved(reader(), { kind: 'unknown' }),
      notMoved(reader(), { kind: 'meanwhile', slip: slip(signed) }, '已进场'),
      deniedRefusal(reader(head), language === 'zh' ? '只有统筹人员可以这样做' : 'only a coordinator may do this'),
      ...(['unit', 'units', 'day', 'past', 'text', 'too-long'] as const).map((what) =>
        lineRefusal(reader(), { what }, 'P-001'),
      ),
      lineRefusal(reader(), { what: 'project', typed: 'P-999' }, 'P-001'),
      lineRefusal(reader(), { what: 'obstacle', typed: '99' }, null),
      ...(['past', 'day-off', 'nobody', 'done', 'same'] as const).map((because) =>
        issueRefusal(reader(), because, draft),
      ),
    ];
    expect(outcomes).toHaveLength(29);
    await golden(`refusals-${language}`, ...outcomes.map(messageOf));
  });
});
