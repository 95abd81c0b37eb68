import type { LineProject } from '../domain/report-line.js';
import type { PhraseRow, Single } from './understand.js';

const REMARKS = ['塔吊已到位', '今天又进了一台塔吊', '钢筋绑扎完成', '监理已签字', '工人20名'];
const PIECES = ['首批', '第二批', '部分', '3号楼', '东段', '其中首台'];
const THINGS = ['设备', '楼栋', '主体', '路基', '房屋'];
const ENDS = ['已进场', '已完成', '完成了', '已验收', '未完成', '下周进场'];
const DOUBTS = '还没 未 没有 预计 争取 即将 快 基本 差不多 可能 大概 如果 听说 准备 不能 尚未 力争 有望'.split(' ');
const DONE = ['完成', '完成了', '封顶了', '完工', '结束了'];
const ORDERS = ['012', '021', '102', '120', '201', '210'];

/**
 * The plainest lines, one after the other in every order of their parts: what people write every day and what no corpus holds
 * often enough, with what it may never be taken for. The same lines every time.
 */
export function drills(projects: readonly LineProject[]): PhraseRow[] {
  const rows: PhraseRow[] = [];
  const add = (where: string, code: string, text: string, ...expected: Single[]) =>
    rows.push({ id: `drill-${rows.length}`, where, owns: [code], text, expected });
  const places = projects.flatMap((project) => project.milestones.map(({ name }) => ({ code: project.code, name })));
  const some = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
  places.forEach(({ code, name }, at) => {
    const percent = 91 + (at % 8);
    const report: Single = { act: 'report', project: code, milestone: name, percent, done: false, forecast: null };
    const parts = [code, name, `${percent}%`];
    for (const [turn, order] of ORDERS.entries()) {
      const said = [...order].map((part) => parts[Number(part)] ?? '');
      const remark = some(REMARKS, at + turn);
      add('progress', code, said.join(' '), report);
      add('progress', code, `${said.join(' ')}，${remark}`, report);
      add('progress', code, [remark, ...said].join(' '), report);
      add('progress', code, [...said, remark].join(' '), report);
    }
    // A remark between the figure and what it is of, the figure first: it takes nothing from it.
    for (const order of ['2R1', '2R01', '02R1', '2R10', '20R1'])
      add(
        'progress',
        code,
        [...order].map((part) => (part === 'R' ? some(REMARKS, at) : (parts[Number(part)] ?? ''))).join(' '),
        report,
      );
    for (let turn = 0; turn < 6; turn += 1) {
      const mark = turn % 2 === 0 ? '，' : ' ';
      const note = `${some(PIECES, at + turn)}${some(THINGS, at * 3 + turn)}${some(ENDS, at * 7 + turn * 5)}`;
      add('progress', code, `${code} ${name} ${percent}%${mark}${note}`, { ...report, note });
    }
    for (let turn = 0; turn < 4; turn += 1) {
      const doubt = some(DOUBTS, at * 4 + turn);
      const where = some(['progress', 'dm', 'progress', `thread:${code}`], turn);
      const asked: Single = { act: 'ask', about: 'percent', candidates: [] };
      add(
        where,
        code,
        `${code} ${name}${doubt}${some(DONE, at + turn)}`,
        asked,
        ...(where === 'progress' ? [] : [{ act: 'none' } as const]),
      );
    }
    const done: Single = { act: 'report', project: code, milestone: name, percent: 100, done: true };
    add('progress', code, `${code} ${name} 已于2020-06-1${at % 7}完成`, { ...done, doneOn: `2020-06-1${at % 7}` });
    add('progress', code, `${code} ${name} 已完成`, done);
    const where = at % 2 === 0 ? 'dm' : 'progress';
    for (const said of [
      `${name}全面完成`,
      `${name}全面完工`,
      `如期实现${name}目标`,
      `${name}顺利完成`,
      `${name}提前15天完成`,
      `${name} √`,
    ])
      add(where, code, said, done);
    if (name.endsWith('封顶') || name === '开工')
      for (const said of [
        `${name.slice(0, -2)}全面${name.slice(-2)}`,
        `${name.slice(0, -2)}顺利${name.slice(-2)}`,
        `${name.slice(0, -2)}结构全面${name.slice(-2)}`,
      ])
        add('dm', code, said, done);
    add('progress', code, `${code} ${name} 更正: 已完成`, done);
    add('progress', code, `${code} ${name} ${percent}%,预计2020-0${7 + (at % 3)}-15完成`, {
      ...report,
      forecast: `2020-0${7 + (at % 3)}-15`,
    });
    add('progress', code, `${code} ${name} 更正: ${percent}%,累计完成投资${100 + at}万元`, {
      ...report,
      investmentWan: 100 + at,
    });
    add('progress', code, `${code} ${name}`, { act: 'ask', about: 'percent', candidates: [] });
    add('progress', code, `${name}，${percent}%吗`, { act: 'ask', candidates: [] }, { act: 'none' });
  });
  for (const { code } of projects)
    for (const stuck of ['卡住了', '还卡着', '停了', '堵住了'])
      add('obstacle', code, stuck, { act: 'ask', about: 'milestone', candidates: [] });
  return rows;
}
