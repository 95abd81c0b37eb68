import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features/index.js';
import { type County, openCounty } from '../support/county.js';

const square = 'town-square';

/** The program, and with it its names, is believed for half a second (docs/decisions/0006). */
const believed = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('who is not on the list', () => {
  let county: County;
  const coordinator = 'renchangqing';
  const other = 'zenghongbo';
  const text = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  const untied = (name: string) => county.opened.client.person.findFirstOrThrow({ where: { name } });

  beforeAll(async () => {
    county = await openCounty();
    const named = (handle: string, name: string) => ({
      handle,
      name,
      email: `${handle}@elsewhere.example`,
      locale: 'zh-CN',
    });
    await fetch(`${county.sandbox.url}/_sandbox/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        people: [named('guest', '何志远'), named('second', '王大锤'), named('third', '赵小二')],
        channels: [{ name: square, members: ['guest', 'second', 'third', 'leixia', coordinator], bot: true }],
      }),
    });
    // Three of the plan's people have lost their accounts.
    for (const name of ['何志远', '姜鹏', '林岩'])
      await county.opened.client.person.updateMany({ where: { name }, data: { slackUserId: null, email: null } });
  });
  afterAll(() => county.close());

  it('is not tied by name, reaches nothing, and is shown the way in', async () => {
    await county.act('guest', { do: 'command', channel: square, text: '/goals' });
    expect(await text('guest', square)).toContain('名册里没有您');
    for (const { name } of features.flatMap((feature) => feature.commands ?? [])) {
      await county.act('guest', { do: 'command', channel: square, text: name });
      // Where a form would be opened, it says so in its place.
      const { modal } = await county.screen('guest');
      const answer = modal ? modal.lines.join('\n') : await text('guest', square);
      expect([name, answer]).toEqual([name, expect.stringContaining('名册里没有您')]);
      if (modal) await county.act('guest', { do: 'close' });
    }
    for (const command of ['/people', '/people 何志远', '/people code 何志远', '/people role 何志远 统筹人员']) {
      await county.act('guest', { do: 'command', channel: square, text: command });
      expect(await text('guest', square)).toContain('名册里没有您');
    }
    expect((await untied('何志远')).slackUserId).toBeNull();
  });

  it('no contents page has another door for them', () => {
    const doors = features.flatMap(({ commands = [], actions = [], views = [] }) => [
      ...commands.flatMap(({ name, unlinked }) => (unlinked ? [name] : [])),
      ...[...actions, ...views].flatMap(({ id, unlinked }) => (unlinked ? [id] : [])),
    ]);
    expect(doors).toEqual(['/people', 'people.ask', 'people.ask-form']);
  });

  it('asks by the form; each coordinator hears once, and the first who presses decides for all', async () => {
    await county.act('guest', { do: 'press', label: '申请加入' });
    await county.act('guest', { do: 'submit', fields: { 姓名: '何志远', 单位: '经济开发区' } });
    expect(await text('guest', square)).toContain('已转给项目办');
    await county.act('guest', { do: 'command', channel: square, text: '/progress' });
    for (const who of [coordinator, other]) {
      const asked = await text(who, 'bot');
      expect(asked).toContain('何志远');
      expect(asked).toContain('经济开发区');
    }
    await county.act(coordinator, { do: 'press', label: '是何志远（经济开发区）' });
    expect((await untied('何志远')).slackUserId).not.toBeNull();
    expect(await text(other, 'bot')).toContain('任长青已确认：是何志远');
    expect(await text('guest', 'bot')).toContain('已为您关联：何志远');
    await county.act('guest', { do: 'say', to: 'bot', text: 'P-001 设备安装 15%' });
    expect(await text('guest', 'bot')).toContain('已记下');
  });

  it('may be refused, and hears why', async () => {
    await county.act('third', { do: 'say', to: 'bot', text: '在吗' });
    await county.act('third', { do: 'press', label: '申请加入' });
    await county.act('third', { do: 'submit', fields: { 姓名: '赵小二', 单位: '水利局' } });
    await county.act(other, { do: 'press', label: '不通过' });
    await county.act(other, { do: 'submit', fields: { '原因（会告诉本人）': '没有这个人' } });
    expect(await text('third', 'bot')).toContain('没有通过：没有这个人');
    expect(await text(coordinator, 'bot')).toContain('曾洪波未通过');
    await county.act('third', { do: 'press', label: '申请加入' });
    await county.act('third', { do: 'submit', fields: { 姓名: '赵小二', 单位: '水利局' } });
    expect(await text('third', 'bot')).toContain('一天以后可以再交');
  });

  it('gets in with a code, said to the bot; wrong ones are limited', async () => {
    await county.act(coordinator, { do: 'command', channel: square, text: '/people code 姜鹏' });
    const told = await text(coordinator, square);
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(told)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(await text('leixia', square)).not.toContain(code);
    for (const wrong of ['ACDE-FGHJ', 'ACDEFGHK'])
      await county.act('second', { do: 'command', channel: square, text: `/people link ${wrong}` });
    expect(await text('second', square)).toContain('还可以试3次');
    await county.act('second', { do: 'say', to: 'bot', text: code.toLowerCase() });
    expect(await text('second', 'bot')).toContain('已为您关联：姜鹏');
    // A second use opens nothing.
    for (let tries = 0; tries < 5; tries += 1)
      await county.act('third', { do: 'command', channel: square, text: `/people link ${code}` });
    expect(await text('third', square)).toContain('还可以试0次');
    await county.act(coordinator, { do: 'command', channel: square, text: '/people code 林岩' });
    const right = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await text(coordinator, square))?.[0] ?? '';
    await county.act('third', { do: 'command', channel: square, text: `/people link ${right}` });
    expect(await text('third', square)).toContain('已暂停一小时');
    await county.clock({ advance: 'PT61M' });
    await county.act('third', { do: 'command', channel: square, text: `/people link ${right}` });
    expect(await text('third', square)).toContain('已为您关联：林岩');
  });

  it('a code delivered twice ties once', async () => {
    const rows = await county.opened.client.activity.findMany({ where: { action: 'tie-account' } });
    expect(rows).toHaveLength(3);
  });
});

describe('people, positions and who takes over', () => {
  let county: County;
  const coordinator = 'renchangqing';
  const leaders = '全县调度';
  const text = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  const type = (line: string, as = coordinator) =>
    county.act(as, { do: 'command', channel: leaders, text: `/people ${line}` });
  const person = (name: string) => county.opened.client.person.findFirstOrThrow({ where: { name } });
  const projects = async (name: string) => {
    const { id } = await person(name);
    const rows = await county.opened.client.project.findMany({ where: { ownerId: id }, orderBy: { code: 'asc' } });
    return rows.map((row) => row.code);
  };
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T09:30:00+08:00' });
  });
  afterAll(() => county.close());

  it('shows what one holds, and to a coordinator what needs doing', async () => {
    await type('');
    const told = await text(coordinator, leaders);
    expect(told).toContain('任长青');
    expect(told).toContain('账号都已关联');
    await type('', 'qiuzhen');
    expect(await text('qiuzhen', leaders)).toMatch(/包保 ?\d+/);
    expect(await text('qiuzhen', leaders)).not.toContain('待办');
  });

  it('a role is given and taken by a line; the last coordinator stays', async () => {
    await type('role 程建国 单位负责人 水利局');
    expect(await text(coordinator, leaders)).toContain('已增加：程建国，水利局单位负责人');
    await type('role 程建国 单位负责人 水利局');
    expect(await text(coordinator, leaders)).toContain('没有变化');
    await type('role 程建国 取消 单位负责人 水利局');
    expect(await text(coordinator, leaders)).toContain('已取消');
    await type('role 曾洪波 取消 统筹人员 督查室');
    expect(await text(coordinator, leaders)).toContain('已取消：曾洪波的督查室统筹人员');
    await type('role 任长青 取消 统筹人员 项目办');
    expect(await text(coordinator, leaders)).toContain('最后一名统筹人员');
    const log = await county.opened.client.activity.findMany({
      where: { action: { in: ['add-role', 'remove-role'] } },
    });
    expect(log).toHaveLength(3);
    expect(log[0]?.before).not.toEqual(log[0]?.after);
  });

  it('somebody new is put on the list by a form, and found at once', async () => {
    await type('add');
    await county.act(coordinator, {
      do: 'submit',
      fields: { 姓名: '欧阳小明', 角色: '责任人', 单位: '水利局' },
    });
    expect(await text(coordinator, leaders)).toContain('已登记：欧阳小明，水利局责任人');
    expect((await person('欧阳小明')).nameEn).toBe('Ouyang Xiaoming');
    await type('欧阳小明');
    expect(await text(coordinator, leaders)).toContain('没有账号');
  });

  it('a position hands everything over to a successor with one change, and back', async () => {
    const before = await projects('何志远');
    expect(before.length).toBeGreaterThan(0);
    await type('position');
    await county.act(coordinator, { do: 'press', label: '新设岗位' });
    await county.act(coordinator, {
      do: 'submit',
      fields: { 岗位名称: '开发区项目专员', 单位: '经济开发区', 现任: '何志远（经济开发区）' },
    });
    expect(await text(coordinator, leaders)).toContain('已设岗位：开发区项目专员（何志远）');
    await county.act(coordinator, { do: 'press', label: '归到岗位' });
    await county.act(coordinator, { do: 'submit' });
    expect(await text(coordinator, leaders)).toContain(`已归到开发区项目专员：项目 ${before.length}`);
    await type('position 开发区项目专员 程建国');
    expect(await text(coordinator, leaders)).toContain(`将移交：项目 ${before.length}`);
    expect(await projects('何志远')).toEqual(before);
    await county.act(coordinator, { do: 'press', label: '确认移交' });
    expect(await text(coordinator, leaders)).toContain('开发区项目专员已由程建国接任');
    expect(await projects('何志远')).toEqual([]);
    expect(await projects('程建国')).toEqual(expect.arrayContaining(before));
    expect((await county.seen('chengjianguo', 'bot')).flatMap((each) => each.lines).join('\n')).toContain(
      '您接任开发区项目专员',
    );
    await believed();
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: `${before[0]} 设备安装 20%` });
    expect(await text('hezhiyuan', 'bot')).toContain('没有 P-001 这个项目，或您看不到');
    await county.act(coordinator, { do: 'press', label: '撤销移交' });
    expect(await text(coordinator, leaders)).toContain('已撤销移交');
    expect(await projects('何志远')).toEqual(before);
  });

  it('who leaves has their work listed, handed over, and then no role and no account', async () => {
    const before = await projects('姜鹏');
    await type('leaves 姜鹏');
    expect(await text(coordinator, leaders)).toContain('要移交的工作');
    await county.act(coordinator, { do: 'press', label: '移交' });
    await county.act(coordinator, { do: 'submit', fields: { 接收人: '林岩（铜城街道）' } });
    expect(await text(coordinator, leaders)).toContain('已从姜鹏移交给林岩');
    expect(await projects('林岩')).toEqual(expect.arrayContaining(before));
    await county.act(coordinator, { do: 'press', label: '办理离岗' });
    expect(await text(coordinator, leaders)).toContain('姜鹏已离岗');
    expect((await person('姜鹏')).slackUserId).toBeNull();
    await county.act('jiangpeng', { do: 'command', channel: '项目攻坚年', text: '/goals' });
    expect(await text('jiangpeng', '项目攻坚年')).toContain('名册里没有您');
  });

  it('a co-owner reports as the owner does', async () => {
    await believed();
    await county.act('hezhiyuan', { do: 'command', channel: '项目攻坚年', text: '/people share P-001 程建国' });
    expect(await text('hezhiyuan', '项目攻坚年')).toContain('程建国现在共同负责 P-001');
    await believed();
    await county.act('chengjianguo', { do: 'say', to: 'bot', text: 'P-001 设备安装 30%' });
    expect(await text('chengjianguo', 'bot')).toContain('已记下');
    await county.act('hezhiyuan', { do: 'command', channel: '项目攻坚年', text: '/people unshare P-001 程建国' });
    await believed();
    await county.act('chengjianguo', { do: 'say', to: 'bot', text: 'P-001 设备安装 40%' });
    expect(await text('chengjianguo', 'bot')).toContain('也不是其单位负责人');
  });
});
