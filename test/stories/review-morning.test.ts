import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const office = '全县调度';
const coordinator = 'renchangqing';
const bot = '项目攻坚年';

/** Action items in the morning messages of those who are to do them: no message of their own. */
describe("an action item in its owner's morning", { timeout: 300_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-24T09:20:00+08:00' });
  }, 300_000);
  afterAll(() => county.close());

  async function to(at: string): Promise<void> {
    await county.clock({ set: `2020-${at}:00+08:00` });
    await county.app.rest();
  }
  async function decide(text: string): Promise<void> {
    await county.act(coordinator, { do: 'command', channel: office, text: `/review ${text}` });
    await county.act(coordinator, { do: 'press', label: '确认' });
    await county.app.rest();
  }
  /** The morning's messages to somebody, oldest first, as they stand now. */
  async function mornings(key: string): Promise<readonly string[]> {
    const { client } = county.opened;
    const person = await client.person.findFirstOrThrow({ where: { key } });
    const where = { dedupeKey: { startsWith: 'prompt:', endsWith: `:${person.id}` } };
    const posts = await client.post.findMany({ where, orderBy: { id: 'asc' } });
    return posts.map(({ body }) => JSON.stringify(body));
  }
  const newest = async (key: string) => (await mornings(key)).at(-1) ?? '';
  /** Presses a button of the newest morning's message. */
  async function press(as: string, label: string): Promise<void> {
    const message = (await county.seen(as, 'bot')).filter(({ lines }) => lines.join().includes('交办')).at(-1);
    const { channels } = await county.screen(as);
    const channel = channels.find(({ id }) => id.startsWith('D'))?.id;
    await county.act(as, { do: 'press', label, message: { channel, ts: message?.ts } });
    await county.app.rest();
  }
  const item = (number: number) => county.opened.client.actionItem.findFirstOrThrow({ where: { number } });

  it('said outside of a review: its owner, who owns no project, learns of it on the next working morning', async () => {
    await decide('贺卫国 7月9日前报送用地清单');
    const { client } = county.opened;
    expect(await newest('heweiguo')).not.toContain('交办1号');
    await to('06-28T08:31');
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('交办1号');
    expect(await newest('heweiguo')).toContain('报送用地清单');
    const asking = await client.promptActionItem.findMany();
    expect(asking).toHaveLength(1);
    const mine = (await mornings('heweiguo')).filter((body) => body.includes('6月28日'));
    expect(mine).toHaveLength(1);
  });

  it('told, it is quiet until the working day before its day; done there by one press, the row says so', async () => {
    await to('06-29T08:31');
    expect(await county.opened.client.promptActionItem.count()).toBe(1);
    await to('07-08T08:31');
    await expect.poll(() => county.opened.client.promptActionItem.count(), { timeout: 60_000 }).toBe(2);
    await press('heweiguo', '办完');
    expect(await item(1)).toMatchObject({ standing: 'done', endedOn: '2020-07-08' });
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('已回复：7月8日办结');
  });

  it('late asks for the new day and why, and then is quiet until that', async () => {
    await decide('贺卫国 7月9日前报送P-043材料');
    await to('07-09T08:31');
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('交办2号');
    await press('heweiguo', '要晚');
    await county.act('heweiguo', { do: 'submit', fields: { 新的日期: '2020-07-16', 晚的原因: '等省厅批复' } });
    await county.app.rest();
    expect(await item(2)).toMatchObject({ due: '2020-07-16', firstDue: '2020-07-09', carried: 1 });
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('已回复：改到7月16日，等省厅批复');
    await to('07-10T08:31');
    const { id } = await item(2);
    expect(await county.opened.client.promptActionItem.count({ where: { itemId: id } })).toBe(1);
  });

  it('one that a step ends stands on the row of that step, and the ordinary report closes it', async () => {
    await decide('姜鹏 7月14日前完成P-003用地');
    await to('07-13T08:31');
    await expect.poll(() => newest('jiangpeng'), { timeout: 60_000 }).toContain('交办3号 · 7月14日：完成P-003用地');
    await county.act('jiangpeng', { do: 'command', channel: '大桥镇-项目', text: '/progress P-003 用地 完成' });
    await county.app.rest();
    expect(await item(3)).toMatchObject({ standing: 'done' });
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('要晚 on that row moves the item with the step, never without a reason', async () => {
    await decide('姜鹏 7月14日前完成P-003环评');
    await to('07-14T08:31');
    await expect.poll(() => newest('jiangpeng'), { timeout: 60_000 }).toContain('交办4号 · 7月14日：完成P-003环评');
    const { client } = county.opened;
    const step = await client.milestone.findFirstOrThrow({ where: { name: '环评', project: { code: 'P-003' } } });
    await county.act('jiangpeng', { do: 'press', actionId: `prompt.late#${step.id}#2` });
    await expect(county.act('jiangpeng', { do: 'submit', fields: { 新的完成日期: '2020-07-20' } })).rejects.toThrow(
      '交办4号也要改期，请写明为什么晚',
    );
    await county.act('jiangpeng', { do: 'submit', fields: { 新的完成日期: '2020-07-20', 说明: '等专家评审' } });
    await county.app.rest();
    expect(await item(4)).toMatchObject({
      due: '2020-07-20',
      firstDue: '2020-07-14',
      carried: 1,
      carriedReason: '等专家评审',
    });
    await expect.poll(() => newest('jiangpeng'), { timeout: 60_000 }).toContain('交办4号 · 7月20日：完成P-003环评');
  });

  it("one whose step is another's has a row that the report closes", async () => {
    await decide('贺卫国 7月16日前落实P-043用地');
    await to('07-15T08:31');
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('报“用地完成”即办结');
    const owner = await county.opened.client.project.findFirstOrThrow({
      where: { code: 'P-043' },
      select: { ownerId: true },
    });
    const { key } = await county.opened.client.person.findFirstOrThrow({ where: { id: owner.ownerId ?? 0 } });
    await county.act(key, { do: 'command', channel: bot, text: '/progress P-043 用地 完成' });
    await county.app.rest();
    expect(await item(5)).toMatchObject({ standing: 'done' });
    await expect.poll(() => newest('heweiguo'), { timeout: 60_000 }).toContain('已回复：7月15日办结');
  });
});
