import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Role } from '../../src/domain/plan.js';
import type { Person } from '../../src/domain/program.js';
import type { Ctx } from '../../src/feature.js';
import { messageLines } from '../../src/features/digest/messages/plain.js';
import {
  answeredMessage,
  answeredNote,
  complaintMessage,
  sentMessage,
} from '../../src/features/help/messages/complaint.js';
import { complaintForm, replyForm } from '../../src/features/help/messages/complaint-form.js';
import { helpMessage } from '../../src/features/help/messages/help.js';
import { meMessage } from '../../src/features/help/messages/me.js';
import { settingsMessage } from '../../src/features/help/messages/settings.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import type { Contact } from '../../src/store/people.js';
import type { Language } from '../../src/text/language.js';
import { program, today } from './county.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';

const units = new Map([
  [1, { zh: '经济开发区', en: 'Economic zone' }],
  [2, { zh: '自然资源局', en: 'Natural Resources Bureau' }],
]);
const people = new Map([
  [2, { zh: '韩振国', en: 'Han Zhenguo' }],
  [3, { zh: '张强', en: 'Zhang Qiang' }],
]);
const examples = { code: 'P-001', milestone: '主体封顶', initials: 'rjtejj' };

const person = (...roles: Person['roles']): Person => ({
  id: 1,
  workspaceId: 'T1',
  programId: 1,
  name: '何志远',
  nameEn: 'He Zhiyuan',
  slackUserId: 'U1',
  roles,
  standsInFor: [],
});
const contact = (id: number, name: string, nameEn: string): Contact => ({
  id,
  name,
  nameEn,
  slackUserId: `U${id}`,
  language: 'zh',
});
const ctx = (language: Language, who: Person): Ctx =>
  ({
    language,
    program,
    today,
    person: who,
    place: { channelId: 'C1', threadTs: null, messageTs: null },
  }) as unknown as Ctx;

const ROLES: readonly (readonly [string, Person['roles']])[] = [
  ['official', [{ role: 'official', unitId: 1 }]],
  ['unit-head', [{ role: 'unit-head', unitId: 1 }]],
  ['leader', [{ role: 'leader', unitId: null }]],
  ['commander', [{ role: 'commander', unitId: null }]],
  ['coordinator', [{ role: 'coordinator', unitId: null }]],
  ['viewer', [{ role: 'viewer', unitId: null }]],
  [
    'several',
    [
      { role: 'official', unitId: 2 },
      { role: 'leader', unitId: null },
    ],
  ],
];

async function golden(name: string, message: Message): Promise<void> {
  checkMessageBlocks(message.blocks);
  await goldenSent(`help/${name}`, message);
  await goldenRead(`help/${name}`, readLines(message, messageLines(message)));
}

describe.each(['zh', 'en'] as const)('/gongjian, as people read it (%s)', (language) => {
  test.each(ROLES)('help for a %s', (name, roles) =>
    golden(`${name}-${language}`, helpMessage(ctx(language, person(...roles)), examples, units)),
  );

  test('each role is told something of its own, and nobody of what is not theirs', () => {
    const told = (role: Role) =>
      messageLines(helpMessage(ctx(language, person({ role, unitId: null })), examples, units));
    expect(told('viewer')).not.toContain('/progress');
    expect(told('official')).not.toContain('/people');
    const subscribe = language === 'zh' ? '/digest 订阅' : '/digest subscribe';
    expect(told('leader')).not.toContain(subscribe);
    expect(told('coordinator')).toContain(subscribe);
  });

  test('settings', async () => {
    await golden(`settings-${language}`, settingsMessage({ language, program }, 'all'));
    await golden(`settings-less-${language}`, settingsMessage({ language, program }, 'due'));
  });

  test('what the bot knows about one', async () => {
    const self = {
      title: { zh: '经济开发区项目办主任', en: 'Projects director' },
      email: 'he.zhiyuan@example.cn',
      projects: 3,
      openMilestones: 11,
      sponsored: 0,
      reports: 42,
      obstacles: 2,
    };
    const leave = {
      id: 1,
      personId: 1,
      delegateId: 3,
      byId: 1,
      from: localDay('2020-07-01'),
      to: localDay('2020-07-03'),
    };
    const who = { ...person({ role: 'official', unitId: 1 }), standsInFor: [2] };
    await golden(
      `me-${language}`,
      meMessage(ctx(language, who), { self, units, people, leave: { ...leave }, asked: 'all' }),
    );
    await golden(
      `me-leader-${language}`,
      meMessage(ctx(language, person({ role: 'leader', unitId: null })), {
        self: {
          ...self,
          title: null,
          email: null,
          projects: 0,
          openMilestones: 0,
          sponsored: 8,
          reports: 0,
          obstacles: 0,
        },
        units,
        people,
        leave: null,
        asked: 'due',
      }),
    );
  });

  test('a complaint, and its answer', async () => {
    const by = contact(1, '何志远', 'He Zhiyuan');
    const coordinator = contact(5, '雷霞', 'Lei Xia');
    const text = '早上问了两遍同一个节点 <!channel>\n请看看';
    await golden(`complaint-${language}`, complaintMessage({ id: 7, by, text }, language));
    await golden(`complaint-anonymous-${language}`, complaintMessage({ id: 7, by: null, text }, language));
    await golden(
      `complaint-sent-${language}`,
      sentMessage([coordinator, contact(6, '张强', 'Zhang Qiang')], false, language),
    );
    await golden(`complaint-sent-anonymous-${language}`, sentMessage([coordinator], true, language));
    await golden(
      `complaint-answered-${language}`,
      answeredMessage(coordinator, text, '已改正，明早不会再问', language),
    );
    await golden(`complaint-told-${language}`, answeredNote(coordinator, by, '已改正', language));
    for (const view of [complaintForm(ctx(language, person())), replyForm(ctx(language, person()), 7)]) {
      await goldenSent(`help/${view.callback_id?.replace('.', '-')}-${language}`, view);
      await goldenRead(`help/${view.callback_id?.replace('.', '-')}-${language}`, formLines(view));
    }
  });
});
