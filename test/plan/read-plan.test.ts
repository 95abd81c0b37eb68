import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type PlanError, planErrorWords, readPlanFile } from '../../src/plan/index.js';
import { processorMilliseconds } from '../support/processor.js';

const SMALL = `key: small-2020
name: { zh: 小计划, en: Small plan }
year: 2020
from: 2020-01-01
to: 2020-12-31
commander: leixia
focusAreas:
  - { key: projects, name: { zh: 聚力项目建设, en: Projects } }
categories:
  - { key: industrial, name: { zh: 工业重点项目, en: Industrial } }
units:
  - { key: zone, name: { zh: 经济开发区, en: Zone }, kind: park, head: fenglizhi, channel: 开发区-项目 }
people:
  - { key: leixia, name: 雷霞, nameEn: Lei Xia, title: { zh: 总指挥, en: Commander }, roles: [{ role: commander }] }
  - { key: qiuzhen, name: 邱震, nameEn: Qiu Zhen, title: { zh: 县长, en: Mayor }, roles: [{ role: leader }] }
  - key: fenglizhi
    name: 冯立志
    nameEn: Feng Lizhi
    title: { zh: 主任, en: Director }
    roles: [{ role: unit-head, unit: zone }]
  - { key: hezhiyuan, name: 何志远, nameEn: He Zhiyuan, title: { zh: 责任人, en: Owner }, roles: [{ role: official, unit: zone }] }
channels:
  - { name: 开发区-项目, purpose: { zh: 项目, en: Projects }, members: { units: [zone], people: [qiuzhen] } }
  - { name: all, purpose: { zh: 通知, en: News }, members: { all: true } }
goals:
  - key: start-rate
    name: { zh: 开工率, en: Start rate }
    focusArea: projects
    measure: share
    target: 100
    rule: { by: stage, categories: [industrial], reached: started }
    gates: [{ on: 2020-06-30, value: 60 }, { on: 2020-09-30, value: 100 }]
projects:
  - code: P-001
    name: 瑞胶堂阿胶健康产业园一期项目
    category: industrial
    focusArea: projects
    unit: zone
    owner: hezhiyuan
    sponsor: qiuzhen
    start: 2020-03-31
    end: 2021-06-30
    milestones:
      - { name: 用地, due: 2020-01-31 }
      - { name: 开工, due: 2020-03-31 }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string | Buffer, beside: Readonly<Record<string, string>> = {}) {
  const path = join(folder, 'plan.yaml');
  await writeFile(path, text);
  for (const [name, content] of Object.entries(beside)) await writeFile(join(folder, name), content);
  return readPlanFile(path);
}

/** The faults of the small plan with one passage replaced. */
async function faults(passage: string, by: string): Promise<readonly PlanError[]> {
  const text = SMALL.replace(passage, by);
  expect(text).not.toBe(SMALL);
  const result = await read(text);
  if ('plan' in result) throw new Error('the plan was taken');
  return result.errors;
}
const zh = (errors: readonly PlanError[]) => errors.map((error) => planErrorWords(error, 'zh'));

describe('a plan file that is right', () => {
  it('is read whole, with defaults, stages by name and channel members by role, unit and name', async () => {
    const result = await read(SMALL);
    if ('errors' in result) throw new Error(zh(result.errors).join('\n'));
    const { plan } = result;
    expect(plan.timeZone).toBe('Asia/Shanghai');
    expect(plan.light).toEqual({
      amberBehindPoints: 10,
      redBehindPoints: 30,
      dueSoonDays: 7,
      unreportedDays: 7,
      startMissedRedMonths: 3,
    });
    expect(plan.channels.map(({ members }) => members)).toEqual([['qiuzhen', 'fenglizhi', 'hezhiyuan'], 'all']);
    expect(plan.projects[0]?.milestones.map(({ stage }) => stage)).toEqual([null, 'started']);
    expect(plan.ladder.kinds.shackle.start).toBe('sponsor');
  });

  it('may keep its projects in a file beside it', async () => {
    const { projects, ...main } = parse(SMALL) as Record<string, unknown>;
    const result = await read(stringify({ ...main, projects: 'plan.projects.yaml' }), {
      'plan.projects.yaml': stringify({ projects }),
    });
    expect('plan' in result && result.plan.projects).toHaveLength(1);
  });

  it('may give a milestone a stage of its own, or none', async () => {
    const result = await read(SMALL.replace('{ name: 开工, due: 2020-03-31 }', '{ name: 开工, stage: null }'));
    expect('plan' in result && result.plan.projects[0]?.milestones[1]?.stage).toBeNull();
  });
});

describe('a plan file with a fault', () => {
  it('is told the line, the column, what is wrong and what to write', async () => {
    expect(zh(await faults('due: 2020-01-31', 'due: 2020-06-31'))).toEqual([
      'plan.yaml:44:26 projects[0].milestones[0].due：2020-06-31 这一天不存在。该月最后一天是 2020-06-30。',
    ]);
  });

  it.each([
    [
      'a unit that nobody listed',
      'unit: zone\n    owner',
      'unit: zoo\n    owner',
      'projects[0].unit：没有标识为“zoo”的单位。已有：zone。',
    ],
    [
      'a review with a day and no hour',
      'projects:\n  - code',
      'mechanisms: { reviews: [{ key: weekly, name: { zh: 督办会, en: Review }, every: week, day: 2 }] }\nprojects:\n  - code',
      'mechanisms.reviews[0].at：会议的日子和时间要一起写。写成 day: 2, at: "09:00"，或两项都不写。',
    ],
    [
      'a review on a day that no week has',
      'projects:\n  - code',
      'mechanisms: { reviews: [{ key: weekly, name: { zh: 督办会, en: Review }, every: week, day: 8, at: "09:00" }] }\nprojects:\n  - code',
      'mechanisms.reviews[0].day：8超出了这个周期。写1到7。',
    ],
    [
      'a review in a channel that nobody listed',
      'projects:\n  - code',
      'mechanisms: { reviews: [{ key: weekly, name: { zh: 督办会, en: Review }, every: week, channel: hall }] }\nprojects:\n  - code',
      'mechanisms.reviews[0].channel：没有标识为“hall”的频道。已有：开发区-项目、all。',
    ],
    [
      'firms in turn without a category',
      'projects:\n  - code',
      'mechanisms: { reviews: [{ key: visit, name: { zh: 走访, en: Visit }, every: week, turn: firms }] }\nprojects:\n  - code',
      'mechanisms.reviews[0].turn：轮流走访企业要写明是哪一类项目。写成 turn: firms, category: backbone，或两项都不写。',
    ],
    [
      'two reviews of one key',
      'projects:\n  - code',
      'mechanisms: { reviews: [{ key: a, name: { zh: 甲, en: A }, every: week }, { key: a, name: { zh: 乙, en: B }, every: week }] }\nprojects:\n  - code',
      'mechanisms.reviews[1].key：标识“a”重复。换一个，或删掉其中一项。',
    ],
    [
      'an owner that nobody knows',
      'owner: hezhiyuan',
      'owner: hezhi',
      'projects[0].owner：没有标识为“hezhi”的人员。已有：hezhiyuan 等。',
    ],
    [
      'a gate after the year',
      '2020-09-30, value: 100',
      '2021-09-30, value: 100',
      'goals[0].gates[1].on：关口 2021-09-30 不在计划年度内。写 2020-01-01 到 2020-12-31 之间的日期。',
    ],
    [
      'a gate above the target',
      'value: 100 }]',
      'value: 101 }]',
      'goals[0].gates[1].value：关口高于目标。不大于 100。',
    ],
    [
      'gates that are not in order',
      '2020-06-30, value: 60',
      '2020-10-30, value: 60',
      'goals[0].gates[1]：关口没有按日期和数值递增。按日期排列，后一个不低于前一个。',
    ],
    [
      'an end before the start',
      'end: 2021-06-30',
      'end: 2020-03-30',
      'projects[0].end：结束日期 2020-03-30 早于开始日期 2020-03-31。改正其中一个日期。',
    ],
    [
      'two commanders',
      'roles: [{ role: leader }]',
      'roles: [{ role: leader }, { role: commander }]',
      'people[1].roles：有两名一线总指挥。只留一名，雷霞 已经是。',
    ],
    [
      'a commander without the role',
      'commander: leixia',
      'commander: qiuzhen',
      'commander：“qiuzhen”没有总指挥（commander）角色。在 people 里给此人加上 commander 角色。',
    ],
    [
      'a head who is none',
      'head: fenglizhi',
      'head: hezhiyuan',
      'units[0].head：何志远没有这个单位的负责人（unit-head）角色。在 people 里加上 { role: unit-head, unit: zone }。',
    ],
    [
      'an official of no unit',
      '{ role: official, unit: zone }',
      '{ role: official }',
      'people[3].roles[0]：official 角色没有写单位。加上 unit。',
    ],
    [
      'two milestones of one name',
      'name: 开工,',
      'name: 用地,',
      'projects[0].milestones[1].name：同一项目有两个“用地”节点。给其中一个换名。',
    ],
    [
      'a key that is misspelt',
      'sponsor: qiuzhen',
      'sponser: qiuzhen',
      'projects[0].sponser：不认识“sponser”这一项。删掉它，或检查拼写。',
    ],
    [
      'a role that does not exist',
      'role: leader',
      'role: boss',
      'people[1].roles[0].role：不是允许的取值。可以写：official、unit-head、leader、commander、coordinator、viewer。',
    ],
    [
      'a rule that does not exist',
      'by: stage',
      'by: luck',
      'goals[0].rule.by：不是允许的取值。可以写：stage、light、investment、figures、recorded。',
    ],
    [
      'a measure that the rule cannot have',
      'measure: share',
      'measure: activities',
      'goals[0].measure：“stage”规则不能用 activities 计量。可以用：projects、share。',
    ],
    [
      'a channel name that Slack refuses',
      'name: all,',
      'name: All News,',
      'channels[1].name：频道名只能用小写字母、汉字、数字、短横线和下划线，最长80字。去掉空格、大写字母和标点。',
    ],
    ['a number as text', 'year: 2020', 'year: twenty', 'year：这里的内容类型不对。写一个数。'],
    [
      'a name with a hidden character',
      'name: 邱震',
      'name: "邱\\u202e震"',
      'people[1].name：文字里有看不见的控制字符。删掉后重新输入。',
    ],
    [
      'a time zone that does not exist',
      'year: 2020',
      'year: 2020\ntimeZone: Asia/Dong-e',
      'timeZone：没有这个时区。写成 Asia/Shanghai 这样。',
    ],
    ['something missing', 'year: 2020\n', '', 'year：缺少这一项。写一个数。'],
  ])('names %s', async (_, passage, by, expected) => {
    const errors = await faults(passage, by);
    // What is missing stands nowhere: it is pointed at the group that should hold it.
    expect(zh(errors).map((text) => text.replace(/^\S+ /, ''))).toContain(expected);
    for (const error of errors) {
      expect(error.line).toBeGreaterThan(0);
      expect(planErrorWords(error, 'en')).toMatch(/^plan\.yaml:\d+:\d+ \S+: .+\. .+\.$/);
    }
  });

  it('names a code that is used twice where it is used again', async () => {
    const second = SMALL.slice(SMALL.indexOf('  - code: P-001'));
    const errors = await faults(second, second + second);
    expect(zh(errors)).toEqual([
      'plan.yaml:46:11 projects[1].code：编号“P-001”重复，第1项已用过。换一个，或删掉其中一项。',
    ]);
  });

  it('gives all faults at once, in the order of the file', async () => {
    const text = SMALL.replace('unit: zone\n    owner', 'unit: zoo\n    owner').replace(
      'head: fenglizhi',
      'head: nobody',
    );
    const result = await read(text);
    expect('errors' in result && result.errors.map(({ path }) => path)).toEqual(['units[0].head', 'projects[0].unit']);
  });

  it('points into the second file where that is at fault', async () => {
    const { projects, ...main } = parse(SMALL) as Record<string, unknown>;
    const result = await read(stringify({ ...main, projects: 'plan.projects.yaml' }), {
      'plan.projects.yaml': stringify({ projects }).replace('owner: hezhiyuan', 'owner: he'),
    });
    expect('errors' in result && result.errors.map(({ file, line }) => [file, line])).toEqual([
      ['plan.projects.yaml', 7],
    ]);
  });
});

describe('a file that is no plan', () => {
  const first = async (text: string | Buffer) => {
    const result = await read(text);
    if ('plan' in result) throw new Error('the plan was taken');
    return result.errors[0];
  };

  it('is refused when it is away, a folder, or not text', async () => {
    const away = await readPlanFile(join(folder, 'none.yaml'));
    expect('errors' in away && zh(away.errors)).toEqual([
      'none.yaml：没有这个文件。给出一个可读的 YAML 文件（UTF-8）。',
    ]);
    const itself = await readPlanFile(folder);
    expect('errors' in itself && itself.errors[0]?.wrong.zh).toBe('不是文件');
    expect((await first(Buffer.from([0x80, 0xff, 0x00])))?.wrong.zh).toBe('不是 UTF-8 文字');
  });

  it('is refused when it is empty or says something else', async () => {
    expect((await first(''))?.wrong.en).toBe('this is of the wrong kind');
    expect((await first('- a\n- b\n'))?.instead.zh).toBe('写成“名称: 内容”的一组');
  });

  it('is refused with the line where its YAML breaks', async () => {
    expect(await first('key: a\nkey: b\n')).toMatchObject({
      line: 2,
      column: 1,
      wrong: { zh: '同一处有两个同名的项' },
    });
    expect(await first('key: a\n\tname: b\n')).toMatchObject({ line: 2 });
    expect((await first('key: !!js/function x\n'))?.wrong.zh).toBe('不支持的类型标记（!）');
  });

  it('is refused when its aliases unfold into a bomb', async () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
        : `a${level}: &a${level} [${Array(10)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    const started = process.cpuUsage();
    expect((await first(levels.join('\n')))?.wrong.en).toBe('aliases (*) repeat too often');
    expect(processorMilliseconds(started)).toBeLessThan(2000);
  });

  it('is refused when it is nested without end', async () => {
    expect((await first('['.repeat(100_000)))?.file).toBe('plan.yaml');
  });

  it('is refused when it is larger than 20 MB, before it is read', async () => {
    expect((await first(Buffer.alloc(20 * 1024 * 1024 + 1, 0x20)))?.wrong.zh).toBe('文件超过 20 MB');
  });

  it.each(['../secret.yaml', '/etc/passwd', 'a/b.yaml', '.env'])('never opens %s as its projects', async (name) => {
    const { projects: _, ...main } = parse(SMALL) as Record<string, unknown>;
    const result = await read(stringify({ ...main, projects: name }));
    expect('errors' in result && result.errors[0]?.wrong.zh).toBe(`“${name}”不是同一文件夹里的 YAML 文件名`);
  });
});
