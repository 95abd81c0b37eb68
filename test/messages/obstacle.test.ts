import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { ladderTerms } from '../../src/domain/ladder.js';
import type { Outcome, Refusal } from '../../src/feature.js';
import { FORM_ACTS } from '../../src/features/obstacle/ids.js';
import { cardMessage, privateCard } from '../../src/features/obstacle/messages/card.js';
import { confirmMessage, urgentMessage } from '../../src/features/obstacle/messages/confirmed.js';
import { flagForm } from '../../src/features/obstacle/messages/flag-form.js';
import { flaggedMessage } from '../../src/features/obstacle/messages/flagged.js';
import { lessonsMessage } from '../../src/features/obstacle/messages/lessons.js';
import { listMessage } from '../../src/features/obstacle/messages/list.js';
import {
  newsMessage,
  nobodyMessage,
  releasedMessage,
  spentMessage,
  stepMessage,
} from '../../src/features/obstacle/messages/notices.js';
import { consentMessage } from '../../src/features/obstacle/messages/promise-asked.js';
import { alikeMessage, offerMessage } from '../../src/features/obstacle/messages/questions.js';
import { fieldErrors, misreadRefusal, notMoved } from '../../src/features/obstacle/messages/refusals.js';
import {
  halfWayMessage,
  promiseDueMessage,
  unverifiedMessage,
} from '../../src/features/obstacle/messages/reminders.js';
import type { Listing } from '../../src/features/obstacle/model.js';
import { FORM_VERBS } from '../../src/features/obstacle/verbs.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import { namesOf } from '../../src/store/names.js';
import type { Language } from '../../src/text/language.js';
import { calendar, contextAt } from '../domain/obstacle-given.js';
import { goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, live, people, person, program, units } from './obstacle-life.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const owner = person(1, [{ role: 'official', unitId: 60 }]);
const coordinator = person(6, [{ role: 'coordinator', unitId: null }]);
/** The names that lines are read with: one project, its owner's. */
const ledger = namesOf([
  {
    id: 17,
    code: 'P-017',
    name: '本草堂中药饮片及配方颗粒项目',
    unitId: 1,
    ownerId: owner.id,
    sponsorId: null,
    coOwners: [],
    nicknames: [],
    milestones: [],
  },
]);
const names = {
  person: (slackId: string) => [...people.values()].find((each) => each.slackUserId === slackId)?.name ?? slackId,
  channel: (id: string) => id,
};
const FILED = at('2020-06-24', '16:10');

/** What Slack is sent, and the same as a person reads it; neither may change unnoticed. */
async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((message) =>
    readLines(message, blockLines(checkMessageBlocks(message.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`obstacle/${name}`, messages);
  await goldenRead(`obstacle/${name}`, ...lines);
}

async function goldenForm(name: string, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'view') throw new Error(`no form but ${outcome.kind}`);
  const draft = checkView(outcome.view, 'modal');
  const lines = [outcome.view.title.text, ...blockLines(draft.blocks, {}, {}, names)];
  await goldenSent(`obstacle/${name}`, outcome.view);
  await goldenRead(`obstacle/${name}`, lines.join('\n'));
}

const refusal = (of: Outcome, language: Language): Message => {
  if (of.kind === 'refuse') return refusalMessage(of.refusal, language, null);
  if (of.kind === 'say') return of.message;
  throw new Error(`no refusal but ${of.kind}`);
};

describe.each(LANGUAGES)('an obstacle, as people read it (%s)', (language) => {
  const card = (life: ReturnType<typeof live>, mention: string | null) =>
    cardMessage(life.seen(), language, program, { at: 'recipient', mention, calendar });
  const step = (life: ReturnType<typeof live>, mention: string | null = null) =>
    stepMessage(life.seen(), life.newest, language, program, mention);

  test('flagged: the answer, and the card at the unit', async () => {
    const life = live({ flaggedAt: FILED });
    await golden(`flagged-${language}`, flaggedMessage(ctx(owner, FILED, language), life.seen()), card(life, 'U02'));
  });

  test('it is another matter and kind after all: the answer, and what those read who had it', async () => {
    const life = live({ flaggedAt: FILED, more: { matter: 'funds' } });
    const terms = ladderTerms(program.policy.ladder, 'shackle');
    const department = { id: 71, headId: 4 };
    life.does(at('2020-06-24', '16:20'), { do: 'sort', by: 1, matter: 'funds', kind: 'shackle', terms, department });
    const answer = flaggedMessage(ctx(owner, life.now, language), life.seen(), true);
    await golden(`sorted-${language}`, answer, step(life), card(life, 'U04'));
  });

  test('flagged as urgent at night, with files, help and an earlier case: the unit is told in the morning', async () => {
    const life = live({
      flaggedAt: at('2020-06-17', '21:40'),
      urgentReason: '汛期将至',
      more: {
        help: '请县领导协调省厅指标',
        files: [{ id: 'F1', name: '选址意见.pdf' }],
        refersTo: 3,
        urgentReason: '汛期将至',
      },
    });
    await golden(`urgent-${language}`, flaggedMessage(ctx(owner, life.now, language), life.seen()), card(life, 'U02'));
  });

  test('half of the time is over: to the one who holds it', async () => {
    const life = live({ flaggedAt: FILED });
    life.until(at('2020-06-29', '15:00'));
    await golden(`half-way-${language}`, halfWayMessage(life.seen(), language, program));
  });

  test('the deadline passed in silence: its thread, the next rung, who flagged it', async () => {
    const life = live({ flaggedAt: FILED });
    life.until(at('2020-06-30', '18:00'));
    await golden(
      `raised-silence-${language}`,
      step(life),
      card(life, 'U03'),
      newsMessage(life.seen(), life.newest, language, program),
    );
  });

  test('nobody is there: passed by, with who and why', async () => {
    const leave = { delegateId: null, from: localDay('2020-06-24'), to: localDay('2020-07-31') };
    const life = live({
      flaggedAt: FILED,
      leaves: [
        { ...leave, personId: 2 },
        { ...leave, personId: 3 },
      ],
    });
    await golden(`skipped-${language}`, card(life, 'U04'));
  });

  test('a delegate stands in and is named', async () => {
    const leaves = [{ personId: 2, delegateId: 6, from: localDay('2020-06-24'), to: localDay('2020-07-31') }];
    const life = live({ flaggedAt: FILED, leaves });
    const before = card(life, 'U06');
    life.does(at('2020-06-28', '09:00'), { do: 'claim', by: 6, promisedFor: localDay('2020-06-30') }, 2);
    await golden(`delegate-${language}`, before, step(life));
  });

  test('flagged by an outsider: the thread asks, the sponsor decides, it stands', async () => {
    const life = live({ flaggedAt: FILED, confirmer: { as: 'owner', id: 6 } });
    const asked = confirmMessage(life.seen(), language, program);
    life.until(at('2020-06-28', '18:00'));
    const head = confirmMessage(life.seen(), language, program, 'U02');
    life.does(at('2020-06-28', '18:30'), { do: 'dispute', by: 2, reason: '图已经给全了', raisedById: 1 });
    const disputed = confirmMessage(life.seen(), language, program);
    life.does(at('2020-06-29', '09:00'), { do: 'confirm', by: 4 });
    await golden(`unconfirmed-${language}`, asked, head, disputed, step(life), card(life, 'U02'));
  });

  test('urgent by its own word: the unit head is asked', async () => {
    const life = live({ flaggedAt: FILED, urgentReason: '汛期将至，河道要先封', urgentConfirmed: false });
    const asked = urgentMessage(life.seen(), language, program);
    life.does(at('2020-06-28', '09:00'), { do: 'confirm-urgent', by: 2 });
    await golden(`urgent-asked-${language}`, asked, step(life), card(life, 'U02'));
  });

  test('a later promise is asked of the rung above, and the promised day has a morning', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), {
      do: 'ask-promise',
      by: 2,
      promisedFor: localDay('2020-07-10'),
      reason: '等省厅批复',
    });
    const asked = consentMessage(life.seen(), life.newest, language, program);
    const waiting = card(life, 'U02');
    life.does(at('2020-06-28', '10:00'), { do: 'consent-promise', by: 3 });
    const agreed = step(life);
    life.until(at('2020-07-10', '08:30'));
    await golden(
      `later-promise-${language}`,
      asked,
      waiting,
      agreed,
      promiseDueMessage(life.seen(), language, program),
    );
  });

  test('sent back for more, said to be none, taken up', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'query', by: 2, text: '地块坐标、面积' });
    const queried = newsMessage(life.seen(), life.newest, language, program);
    const waiting = card(life, 'U02');
    life.does(at('2020-06-28', '10:00'), { do: 'supplement', by: 1, text: '坐标见附件' });
    life.does(at('2020-06-28', '11:00'), { do: 'dismiss', by: 2, reason: '属企业自行安排' });
    const asked = newsMessage(life.seen(), null, language, program);
    life.does(at('2020-06-28', '12:00'), { do: 'take-up', by: 1, reason: '指标归县里管' });
    await golden(
      `dismissed-${language}`,
      queried,
      waiting,
      asked,
      step(life, 'U03'),
      releasedMessage(life.seen(), life.newest, language, program),
    );
  });

  test('a leader instructs and takes it to their rung', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'instruct', by: 5, text: '先调剂，月底前动工' });
    life.does(at('2020-06-28', '09:30'), { do: 'pull-up', by: 5, to: 'commander', reason: '要省厅批次' });
    await golden(`led-${language}`, step(life, 'U05'), card(life, 'U05'));
  });

  test('claimed with a promise', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'claim', by: 2, promisedFor: localDay('2020-07-02') });
    await golden(`claimed-${language}`, step(life), card(life, 'U02'));
  });

  test('the promise was missed', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'claim', by: 2, promisedFor: localDay('2020-07-02') });
    life.until(at('2020-07-02', '18:00'));
    await golden(`raised-promise-${language}`, step(life), card(life, 'U03'));
  });

  test('raised by hand, with the reason', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'raise', by: 2, reason: '指标由县里统筹，本级解决不了' });
    await golden(`raised-${language}`, step(life, 'U03'), card(life, 'U03'));
  });

  test('handed over to another department', async () => {
    const life = live({ flaggedAt: FILED, kind: 'roadblock' });
    life.does(at('2020-06-28', '09:00'), {
      do: 'hand-over',
      by: 3,
      toUnitId: 71,
      headId: 4,
      reason: '卡在土地出让金',
    });
    await golden(`handed-over-${language}`, step(life, 'U04'), card(life, 'U04'));
  });

  test('commented', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'comment', by: 3, text: '省厅下周批第二批指标' });
    await golden(`commented-${language}`, step(life), newsMessage(life.seen(), life.newest, language, program));
  });

  test('resolved: its thread, the card, the question to who verifies', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'resolve', by: 2, what: '指标已从库存调剂', rule: null });
    await golden(
      `resolved-${language}`,
      step(life),
      card(life, null),
      newsMessage(life.seen(), null, language, program),
    );
  });

  test('a shackle is resolved with the rule that was changed, and closed with it', async () => {
    const life = live({ flaggedAt: FILED, kind: 'shackle' });
    life.does(at('2020-06-28', '09:00'), {
      do: 'resolve',
      by: 4,
      what: '县政府常务会议已通过',
      rule: '用地预审与选址意见合并办理',
    });
    const asked = newsMessage(life.seen(), null, language, program);
    life.does(at('2020-06-28', '17:00'), { do: 'verify', by: 1 });
    await golden(`shackle-${language}`, asked, card(life, null));
  });

  test('returned for the second time', async () => {
    const life = live({ flaggedAt: FILED });
    for (const [day, reason] of [
      ['2020-06-28', '还没有批文'],
      ['2020-06-29', '批文面积不对'],
    ] as const) {
      life.does(at(day, '09:00'), { do: 'resolve', by: 2, what: '已办', rule: null });
      life.does(at(day, '17:00'), { do: 'return', by: 1, reason });
    }
    await golden(`returned-${language}`, step(life, 'U02'), card(life, 'U02'));
  });

  test('closed, and what asked for it before', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'resolve', by: 2, what: '指标已从库存调剂', rule: null });
    life.does(at('2020-06-29', '09:00'), { do: 'verify', by: 1 });
    await golden(`closed-${language}`, step(life), card(life, null), spentMessage(life.seen(), language, program));
  });

  test('the ladder was changed since: offered to the coordinator, and told', async () => {
    const life = live({ flaggedAt: FILED });
    const ladder = { ...program.policy.ladder, verifyWorkdays: 5 };
    const who = ctx(coordinator, FILED, language);
    const changed = { ...who, program: { ...program, policy: { ...program.policy, ladder } } };
    const offered = privateCard(changed, life.seen());
    const { terms } = life.seen().obstacle.state;
    life.does(at('2020-06-28', '09:00'), { do: 'adopt', by: 6, terms: { ...terms, verifyWorkdays: 5 } });
    await golden(`adopted-${language}`, offered, step(life));
  });

  test('taken back', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-24', '16:20'), { do: 'withdraw', by: 1 });
    await golden(`withdrawn-${language}`, step(life), card(life, null));
  });

  test('not verified in time: who verifies, then the coordinators', async () => {
    const life = live({ flaggedAt: FILED });
    life.does(at('2020-06-28', '09:00'), { do: 'resolve', by: 2, what: '已办', rule: null });
    life.until(at('2020-07-02', '18:00'));
    await golden(
      `unverified-${language}`,
      unverifiedMessage(life.seen(), language, program, false),
      unverifiedMessage(life.seen(), language, program, true),
    );
  });

  test('the last deadline passed, at the top', async () => {
    const life = live({ flaggedAt: FILED, kind: 'shackle' });
    life.until(at('2020-07-31', '18:00'));
    await golden(`lapsed-${language}`, step(life), card(life, 'U05'), nobodyMessage(life.seen(), language, program));
  });

  test('the card as one asked for it, with the buttons that are theirs', async () => {
    const life = live({ flaggedAt: FILED });
    const seen = life.seen();
    await golden(
      `asked-for-${language}`,
      privateCard(ctx(owner, FILED, language), seen),
      privateCard(ctx(person(4, [{ role: 'leader', unitId: null }]), FILED, language), seen),
      privateCard(ctx(coordinator, FILED, language), seen),
    );
  });

  test('offered rather than filed', async () => {
    const life = live({ flaggedAt: FILED });
    const who = ctx(owner, FILED, language);
    await golden(
      `alike-${language}`,
      alikeMessage(who, life.seen(), { text: 'P-017 土地指标还没批', thread: null, files: [] }),
      offerMessage(who, { text: '土地指标还没批，开不了工', thread: 'P-017', files: [] }),
    );
  });

  test('the list', async () => {
    const row = {
      id: 12,
      number: 12,
      code: 'P-017',
      projectName: '本草堂中药饮片及配方颗粒项目',
      milestone: '开工',
      kind: 'stumbling-block',
      matter: 'land',
      text: '土地指标未批，影响开工',
      urgent: false,
      standing: 'open',
      rung: 'unit',
      departmentId: null,
      unitId: 60,
      holderId: 2,
      promisedFor: null,
      deadline: at('2020-06-30', '18:00'),
      overdue: false,
      confirmation: null,
      confirmerId: null,
      dismissed: false,
      takenUp: false,
      promiseAskedOf: null,
      raisedById: 1,
      claimedById: null,
      ownerId: 1,
      sponsorId: 4,
      version: 1,
      since: localDay('2020-06-10'),
      recordedAt: FILED,
      returns: 0,
    } as const;
    const listing: Listing = {
      filter: { of: 'all' },
      offset: 0,
      total: 23,
      rows: [
        row,
        { ...row, id: 13, number: 13, urgent: true, rung: 'department', departmentId: 70, standing: 'claimed' },
        { ...row, id: 14, number: 14, rung: 'sponsor', holderId: 4, overdue: true, returns: 2 },
        { ...row, id: 15, number: 15, rung: 'commander', holderId: 5, standing: 'resolved' },
      ],
      people,
      units,
      urgent: [{ unitId: 60, urgent: 3, total: 7 }],
    };
    const who = ctx(coordinator, at('2020-06-29', '09:00'), language);
    await golden(
      `list-${language}`,
      listMessage(who, listing),
      listMessage(who, { ...listing, filter: { of: 'waiting' }, total: 0, rows: [], urgent: [] }),
    );
  });

  test('the lessons of what was cleared', async () => {
    const lessons = {
      cleared: 9,
      byMatter: [
        { matter: 'land', rung: 'unit', cases: 4, median: 2 },
        { matter: 'land', rung: 'department', cases: 3, median: 4.5 },
        { matter: 'funds', rung: 'commander', cases: 1, median: 1 },
      ],
      returns: [{ unitId: 70, resolved: 3, returned: 2 }],
    } as const;
    await golden(
      `lessons-${language}`,
      lessonsMessage({ lessons, units }, language),
      lessonsMessage({ lessons: { cleared: 0, byMatter: [], returns: [] }, units }, language),
    );
  });

  test.each(FORM_ACTS)('the form: %s', async (act) => {
    const life = live({ flaggedAt: FILED, kind: act === 'resolve' ? 'shackle' : 'roadblock' });
    const other = { ...life.seen().obstacle, id: 13, number: 13, text: '高压线路未迁改' };
    await goldenForm(
      `form-${act}-${language}`,
      FORM_VERBS[act].form(ctx(owner, FILED, language), life.seen(), 1, { ...contextAt(FILED), units }, [other]),
    );
  });

  test('the form to flag', async () => {
    const projects = [{ id: 17, code: 'P-017', name: '本草堂中药饮片及配方颗粒项目' }];
    const milestones = [
      { id: 3, name: '施工许可' },
      { id: 4, name: '开工' },
    ];
    const given = { text: '土地指标未批', projectId: 17, files: [], milestones };
    await goldenForm(`form-flag-${language}`, flagForm(ctx(owner, FILED, language), projects, given));
  });

  test('every refusal says what was wrong and what to do instead', async () => {
    const life = live({ flaggedAt: FILED });
    const who = ctx(owner, FILED, language);
    const { obstacle } = life.seen();
    const misread = (of: Refusal) => refusalMessage(of, language, 'P-999 土地没批');
    const because = ['closed', 'not-open', 'not-resolved', 'claimed', 'at-top', 'handed-over-before'] as const;
    life.does(at('2020-06-28', '09:00'), { do: 'claim', by: 2, promisedFor: localDay('2020-06-30') });
    const { steps } = life.seen();
    await golden(
      `refusals-${language}`,
      refusal(notMoved(who, { kind: 'unknown' }), language),
      refusal(notMoved(who, { kind: 'denied', why: '…', obstacle }), language),
      ...because.map((each) =>
        refusal(notMoved(who, { kind: 'refused', refused: { because: each }, obstacle }), language),
      ),
      refusal(notMoved(who, { kind: 'meanwhile', obstacle, steps: steps.slice(-1), people, units }), language),
      misread(misreadRefusal(who, ledger, null)),
    );
    expect(
      fieldErrors(who, { because: 'promise-day-off', day: localDay('2020-05-02'), offer: localDay('2020-05-06') }),
    ).toEqual({
      promised:
        language === 'zh'
          ? '5月2日是休息日，最近的工作日是5月6日'
          : '2 May is a day off; the next working day is 6 May',
    });
  });
});

test('nothing that a person typed can ping a channel, forge a link or break a line', () => {
  const nasty = '<!channel> <@U99> <http://a|b> *粗* `码`\n第二行';
  for (const language of LANGUAGES) {
    const life = live({ flaggedAt: FILED, text: nasty, more: { projectName: nasty, help: nasty } });
    life.does(at('2020-06-28', '09:00'), { do: 'raise', by: 2, reason: nasty });
    const seen = life.seen();
    const said = JSON.stringify([
      cardMessage(seen, language, program, { at: 'recipient', mention: null, calendar }),
      stepMessage(seen, life.newest, language, program, null),
      newsMessage(seen, life.newest, language, program),
    ]);
    expect(said).not.toMatch(/<[@!#]|<http/);
  }
});
