import { describe, test } from 'vitest';
import type { Words } from '../../src/domain/plan.js';
import { NO_RESPONSIBILITIES, type Responsibilities } from '../../src/domain/responsibilities.js';
import type { Outcome, UnlinkedCtx } from '../../src/feature.js';
import { addedMessage, addForm } from '../../src/features/people/messages/add.js';
import { askForm } from '../../src/features/people/messages/ask.js';
import { bindForm } from '../../src/features/people/messages/bind.js';
import { personMessage } from '../../src/features/people/messages/card.js';
import { codeMessage } from '../../src/features/people/messages/code.js';
import { decidedMessage } from '../../src/features/people/messages/decide.js';
import { handedOverMessage, handOverForm } from '../../src/features/people/messages/hand-over.js';
import { leavingMessage } from '../../src/features/people/messages/leaving.js';
import { linkedOutcome } from '../../src/features/people/messages/linked.js';
import { madeMessage, positionForm } from '../../src/features/people/messages/make-position.js';
import { overviewMessage } from '../../src/features/people/messages/overview.js';
import { positionsMessage } from '../../src/features/people/messages/positions.js';
import { answerMessage, requestMessage } from '../../src/features/people/messages/request.js';
import { changedMessage, roleForm } from '../../src/features/people/messages/role.js';
import { choiceMessage, unitMessage } from '../../src/features/people/messages/several.js';
import { previewMessage, succeededMessage, successorForm } from '../../src/features/people/messages/succeed.js';
import { newHolderMessage, oldHolderMessage, threadMessage } from '../../src/features/people/messages/taken-over.js';
import { unlinkedHome, unlinkedMessage } from '../../src/features/people/messages/unlinked.js';
import type { SeenPerson, SeenRequest } from '../../src/features/people/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { Contact } from '../../src/store/people.js';
import type { Position } from '../../src/store/positions.js';
import type { Listed } from '../../src/store/roster.js';
import type { Language } from '../../src/text/language.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const now = at('2020-06-17', '10:00');
const coordinator = person(6, [{ role: 'coordinator', unitId: null }]);
const zone: Words = { zh: '经济开发区', en: 'Economic Development Zone' };
const water: Words = { zh: '水利局', en: 'Water Resources Bureau' };

const listed = (id: number, name: string, nameEn: string, more: Partial<Listed> = {}): Listed => ({
  id,
  name,
  nameEn,
  title: { zh: '项目责任人', en: 'Project owner' },
  email: null,
  slackUserId: `U0${id}`,
  language: 'zh',
  duties: [{ role: 'official', unitId: 60, unitName: zone }],
  ...more,
});
const he = listed(1, '何志远', 'He Zhiyuan');
const untied = listed(8, '姜鹏', 'Jiang Peng', {
  slackUserId: null,
  duties: [
    { role: 'official', unitId: 61, unitName: water },
    { role: 'viewer', unitId: null, unitName: null },
  ],
});
const ren = listed(6, '任长青', 'Ren Changqing', { duties: [{ role: 'coordinator', unitId: null, unitName: null }] });
const projects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    code: `P-${String(index + 1).padStart(3, '0')}`,
    name: '年产6万吨高精度轴承钢球 <@U1> 智能生产线项目',
    positionId: null,
  }));
const work: Responsibilities = {
  projects: projects(14),
  sponsored: projects(2),
  milestones: [{ id: 3, projectId: 1, code: 'P-001', name: '主体封顶', ownerId: 1, positionId: null }],
  units: [{ id: 60, name: zone, positionId: null }],
  obstacles: [{ id: 12, number: 12, code: 'P-001', text: '两户没有签协议' }],
};
const position: Position = {
  id: 5,
  name: '大桥镇镇长',
  unitId: 60,
  unitName: zone,
  holderId: 1,
  holderName: { zh: '何志远', en: 'He Zhiyuan' },
};
const vacant: Position = { ...position, id: 6, name: '水利局专员', holderId: null, holderName: null };
const contact = ({ id, name, nameEn, slackUserId, language }: Listed): Contact => ({
  id,
  name,
  nameEn,
  slackUserId,
  language,
});
const rights = { code: false, roles: false, untie: false };
const own: SeenPerson = { person: he, work, positions: [position], shared: projects(1), may: rights };

const asked = {
  name: '姜朋',
  unit: '水利局',
  words: '接老姜的工作\n电话 0635',
  account: 'jp',
  language: 'zh' as const,
};
const request = (more: Partial<SeenRequest['request']> = {}): SeenRequest['request'] => ({
  id: 4,
  slackUserId: 'U0GUEST',
  said: '',
  askedAt: now,
  decidedAt: null,
  decidedById: null,
  personId: null,
  ...more,
});
const open: SeenRequest = { request: request(), asked, near: [untied], decidedBy: null, person: null };

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`people/${name}`, messages);
  await goldenRead(`people/${name}`, ...lines);
}

async function goldenForms(name: string, ...outcomes: readonly Outcome[]): Promise<void> {
  const views = outcomes.map((outcome) => {
    if (outcome?.kind !== 'view') throw new Error('no form');
    return outcome.view;
  });
  await goldenSent(`people/${name}`, views);
  await goldenRead(`people/${name}`, ...views.map(formLines));
}

const refused = (outcome: Outcome, language: Language): Message => {
  if (outcome.kind === 'refuse') return refusalMessage(outcome.refusal, language, null);
  if (outcome.kind === 'say') return outcome.message;
  throw new Error(outcome.kind);
};

describe.each<Language>(['zh', 'en'])('people, as people read it (%s)', (language) => {
  const who = ctx(coordinator, now, language);
  const guest = { ...who, account: { id: 'U0GUEST', name: 'jp' } } as unknown as UnlinkedCtx;

  test('a stranger: the way in, the form, and what comes of it', async () => {
    const home = unlinkedHome(guest);
    if (home.kind !== 'home') throw new Error(home.kind);
    await golden(
      `stranger-${language}`,
      unlinkedMessage(guest, ['任长青', '曾洪波'], '/goals <!channel>'),
      { text: '', blocks: home.blocks },
      refused(linkedOutcome({ kind: 'wrong', left: 3 }, language), language),
      refused(linkedOutcome({ kind: 'too-many' }, language), language),
      refused(linkedOutcome({ kind: 'unread' }, language), language),
      refused(linkedOutcome({ kind: 'linked', person: he }, language), language),
    );
    await goldenForms(`stranger-form-${language}`, askForm(guest));
  });

  test('a request: open, granted, refused, and settled by a code', async () => {
    const done = { decidedAt: now, decidedById: 6 };
    const granted = { ...open, request: request({ ...done, personId: 8 }), decidedBy: ren, person: untied };
    const refusedOne = { ...open, request: request(done), decidedBy: ren };
    const self = { ...granted, request: request({ decidedAt: now, decidedById: 8, personId: 8 }), decidedBy: untied };
    await golden(
      `request-${language}`,
      requestMessage(open, language),
      requestMessage({ ...open, near: [], asked: { ...asked, words: '' } }, language),
      requestMessage(granted, language),
      requestMessage(refusedOne, language),
      requestMessage(self, language),
      answerMessage(granted, '', language),
      answerMessage(refusedOne, '没有这个人', language),
      decidedMessage({ kind: 'already', seen: granted }, language),
      decidedMessage({ kind: 'person-tied' }, language),
    );
  });

  test('a code, told to who asked for it', () =>
    golden(`code-${language}`, codeMessage({ kind: 'code', person: untied, code: 'ACDEFGHJ' }, language)));

  test('what I hold; what a coordinator has to do; a card; a choice; a unit', async () => {
    const toDo = { untied: [untied], requests: [open.request], leaving: [{ person: he, count: 9 }], vacant: [vacant] };
    const nothing = { untied: [], requests: [], leaving: [], vacant: [] };
    const plain = { ...own, person: ren, work: NO_RESPONSIBILITIES, positions: [], shared: [] };
    await golden(
      `overview-${language}`,
      overviewMessage({ own, toDo: null }, language),
      overviewMessage({ own: plain, toDo }, language),
      overviewMessage({ own: plain, toDo: nothing }, language),
      personMessage({ ...own, person: untied, may: { code: true, roles: true, untie: true } }, language),
      choiceMessage({ kind: 'several', people: [he, untied] }, '何志远', language),
      unitMessage('水利局', [he, untied], language),
    );
  });

  test('roles, and somebody new', async () => {
    const change = { personId: 1, role: 'unit-head' as const, unitId: 61, add: true };
    await golden(
      `roles-${language}`,
      changedMessage({ kind: 'changed', person: he, change }, water, language),
      changedMessage({ kind: 'changed', person: he, change: { ...change, add: false } }, water, language),
      changedMessage({ kind: 'same', person: he, change }, water, language),
      addedMessage({ kind: 'added', person: untied, decided: null }, language),
      addedMessage({ kind: 'added', person: he, decided: null }, language),
    );
    await goldenForms(`roles-forms-${language}`, addForm(who, 4, asked), roleForm(who, he));
  });

  test('positions: the list, the preview, what was handed over', async () => {
    const seen = { position, work, duties: 1 };
    await golden(
      `positions-${language}`,
      positionsMessage([], language),
      positionsMessage([seen, { position: vacant, work: NO_RESPONSIBILITIES, duties: 0 }], language),
      madeMessage(position, language),
      previewMessage(seen, contact(untied), language),
      previewMessage(seen, null, language),
      previewMessage({ position: vacant, work: NO_RESPONSIBILITIES, duties: 0 }, contact(he), language),
      succeededMessage({ kind: 'succeeded', seen, from: contact(he), to: contact(untied), cause: 'c' }, language),
      newHolderMessage({ from: contact(he), to: contact(untied), work, position: position.name }, language),
      oldHolderMessage({ from: contact(he), to: contact(untied), work, position: position.name }, language),
      threadMessage(contact(untied), { owner: true, sponsor: true }, language),
    );
    await goldenForms(
      `positions-forms-${language}`,
      positionForm(who),
      bindForm(who, position, work),
      successorForm(who, vacant),
    );
  });

  test('who leaves: what is to be handed over, what was, and the end of it', async () => {
    const leaving = { kind: 'leaving' as const, person: he, work, positions: [position], standsInFor: [contact(ren)] };
    const left = {
      ...leaving,
      work: { ...NO_RESPONSIBILITIES, obstacles: work.obstacles },
      positions: [],
      standsInFor: [],
    };
    await golden(
      `leaving-${language}`,
      leavingMessage(leaving, language),
      leavingMessage({ ...leaving, work: NO_RESPONSIBILITIES, positions: [] }, language),
      handedOverMessage(
        { kind: 'handed-over', from: contact(he), to: contact(untied), work, left, cause: 'c' },
        language,
      ),
      newHolderMessage({ from: contact(he), to: contact(untied), work, position: null }, language),
    );
    await goldenForms(`leaving-form-${language}`, handOverForm(who, leaving));
  });

  test('fits Slack with the longest names and 500 things to hand over', () => {
    const long = { ...he, name: '名'.repeat(40), title: { zh: '职'.repeat(100), en: 'T'.repeat(200) } };
    const much: Responsibilities = { ...work, projects: projects(500) };
    const all = Array.from({ length: 200 }, (_, index) => ({ ...long, id: index + 1 }));
    const leaving = { kind: 'leaving' as const, person: long, work: much, positions: [position], standsInFor: [] };
    for (const message of [
      leavingMessage(leaving, language),
      overviewMessage(
        { own: { ...own, person: long, work: much }, toDo: { untied: all, requests: [], leaving: [], vacant: [] } },
        language,
      ),
      unitMessage('水利局', all, language),
      requestMessage({ ...open, asked: { ...asked, words: '字'.repeat(3000) }, near: all.slice(0, 3) }, language),
      positionsMessage(
        Array.from({ length: 60 }, (_, index) => ({ position: { ...position, id: index }, work: much, duties: 3 })),
        language,
      ),
    ])
      checkMessageBlocks(message.blocks);
    const form = handOverForm(who, leaving);
    if (form.kind !== 'view') throw new Error(form.kind);
    checkView(form.view, 'modal');
  });
});
