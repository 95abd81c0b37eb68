import { expect, test } from 'vitest';
import { planErrorWords, readPlanBytes } from '../../src/plan/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a plan that somebody sent is read as a file is, and its faults have a line', () => {
  const read = readPlanBytes('plan.yaml', bytes('key: dong-e-2021\nyear: zwanzig\n'));
  if (!('errors' in read)) throw new Error('it was read');
  expect(read.errors.find((error) => error.path === 'year')).toMatchObject({ file: 'plan.yaml', line: 2 });
});

test('bytes that are no text, and text that is no plan, are said to be so', () => {
  for (const hostile of [new Uint8Array([0xff, 0xfe, 0x00]), bytes('- [{'), bytes(''), bytes('&a [*a, *a]')])
    expect(readPlanBytes('plan.yaml', hostile)).toHaveProperty('errors');
});

test('it opens no other file of this machine', () => {
  const read = readPlanBytes('plan.yaml', bytes('projects: secret.yaml\n'));
  expect('errors' in read && read.errors.some((error) => error.path.startsWith('projects'))).toBe(true);
});

const refused = (text: string) => {
  const read = readPlanBytes('plan.yaml', bytes(text));
  if (!('errors' in read)) throw new Error('it was read');
  return read.errors.filter(({ wrong }) => wrong.zh.includes('国办函〔2026〕12号'));
};

test('a plan that asks for a burden is told its line, what it asks and the rule that forbids it', () => {
  const errors = refused(
    [
      'mechanisms:',
      '  ranking: weekly',
      '  积分: { 上报: 5 }',
      'prompts:',
      '  readReceipts: true',
      'policy:',
      '  require: [photo, checkIn]',
      '  evidence: { photoRequired: true }',
      'goals:',
      '  - { key: reports, measure: score }',
      '',
    ].join('\n'),
  );
  expect(errors.map(({ line, path }) => `${line} ${path}`)).toEqual([
    '2 mechanisms.ranking',
    '3 mechanisms.积分',
    '5 prompts.readReceipts',
    '7 policy.require[0]',
    '7 policy.require[1]',
    '8 policy.evidence.photoRequired',
    '10 goals[0].measure',
  ]);
  expect(errors.slice(0, 1).map((error) => [planErrorWords(error, 'zh'), planErrorWords(error, 'en')])).toEqual([
    [
      'plan.yaml:2:12 mechanisms.ranking：“ranking”要求排名，国办函〔2026〕12号和《整治形式主义为基层减负若干规定》不允许。删掉它；各单位完成情况按计划次序列出。',
      'plan.yaml:2:12 mechanisms.ranking: "ranking" asks for a ranking, which the State Council’s rules of 2026 on burdens at the grassroots (letter 12) forbid. Delete it; unit facts stand in the plan\'s order.',
    ],
  ]);
});

test('what asks for none is no such fault: switched off, a name that people read, an anchor that holds itself', () => {
  const plan = [
    'key: a',
    'mechanisms: { ranking: false }',
    'prompts: { checkIn: null }',
    'goals: [{ key: place, name: { zh: 旅游打卡地, en: Points of interest } }]',
    'stages: { done: { 签到处建成: started } }',
    'policy: &a [*a]',
  ].join('\n');
  expect(refused(plan)).toEqual([]);
});
