import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { burdenRules } from '../../src/domain/burden.js';
import { localDay } from '../../src/domain/day.js';
import { monthFile, monthPaper } from '../../src/features/burden/messages/month-paper.js';
import { lettersOf, minutesPaper, PAPER_LETTERS } from '../../src/features/review/messages/minutes-paper.js';
import { slipPaper } from '../../src/features/slip/messages/slip-paper.js';
import { openPapers } from '../../src/papers/door.js';
import type { Paper } from '../../src/papers/paper.js';
import type { FirmNeed } from '../../src/store/firm-needs.js';
import { mayIndicators } from '../messages/given.js';
import { juneBurden, minutesOf, program, setting, slip9 } from './given.js';

const { write } = openPapers();

/** The text of a .docx, a line a paragraph; what an office program would show. */
async function textOf(paper: Paper): Promise<string> {
  const files = unzipSync(await write(paper));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => text ?? '\t').join(''),
  );
  return paragraphs
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

it('minutes: what was decided, each with its owner and day, to the letter', async () => {
  expect(await textOf(minutesPaper({ program }, minutesOf(), 'zh'))).toBe(
    [
      '重点项目问题督办纪要',
      '东阿县2020年项目攻坚行动\t2020年6月23日',
      '会议议定3件事项',
      '1．落实P-003 32亩用地。由贺卫国（自然资源局）负责，2020年7月2日前完成（交办12号）。',
      '2．P-068签约方案。由丁广田负责，2020年6月30日前完成（交办13号）。',
      '3．<P-010>进场开工 & "快"。由田丽娟（经济开发区）负责，2020年6月30日前完成（交办14号）。',
      '不再办理',
      '交办5号：二期征地。原因：已并入二期。',
      '没有议定，转下次会议',
      '卡点4号（P-068 临港新城）。',
    ].join('\n'),
  );
  expect(await textOf(minutesPaper({ program }, minutesOf(0, '', [], mayIndicators), 'zh'))).toBe(
    [
      '重点项目问题督办纪要',
      '东阿县2020年项目攻坚行动\t2020年6月23日',
      '5月经济指标',
      '规模以上工业增加值',
      '12.3亿元，同比+5.2%；更正：4月11.8（原11.5）',
      '固定资产投资',
      '30亿元，同比-1.3%',
      '<进出口总额>',
      '没有数',
      '会议没有议定事项。',
      '没有议定，转下次会议',
      '卡点4号（P-068 临港新城）。',
    ].join('\n'),
  );
  expect(await textOf(minutesPaper({ program }, minutesOf(), 'en'))).toBe(
    [
      'Minutes: Supervision of project problems',
      "Dong'e county, project assault year 2020\t23 June 2020",
      'Decided: 3',
      '1. 落实P-003 32亩用地. He Weiguo (Natural Resources), by 2 July 2020 (item 12).',
      '2. P-068签约方案. Ding Guangtian, by 30 June 2020 (item 13).',
      '3. <P-010>进场开工 & "快". Tian Lijuan (Economic Zone), by 30 June 2020 (item 14).',
      'Dropped',
      'Item 5: 二期征地. Why: 已并入二期.',
      'Not decided, for next time',
      'obstacle 4 (P-068 临港新城).',
    ].join('\n'),
  );
});

it('minutes of a visit say what was told, with who answers by when, and are no longer for it', async () => {
  const need: FirmNeed = {
    slotId: 3,
    slotDay: localDay('2020-06-23'),
    projectId: 33,
    obstacleId: 15,
    number: 15,
    kind: 'roadblock',
    matter: 'funds',
    text: '流动资金缺500万元',
    standing: 'open',
    claimed: false,
    answerBy: localDay('2020-06-28'),
    at: { zh: '财政局', en: 'Finance' },
    promisedFor: null,
  };
  const met = { ...need, number: 16, text: '招不到车工。', standing: 'closed' as const };
  const text = await textOf(minutesPaper({ program }, minutesOf(undefined, '', [need, met]), 'zh'));
  expect(text).toContain(
    [
      '',
      '提出2件',
      '1．流动资金缺500万元。由财政局在2020年6月28日前答复（卡点15号）。',
      '2．招不到车工。已办结（卡点16号）。',
      '不再办理',
    ].join('\n'),
  );
  const alone = minutesPaper({ program }, { ...minutesOf(0, '', [need]) }, 'en');
  expect(await textOf(alone)).toContain(
    '\nNeeds told: 1\n1. 流动资金缺500万元. Finance answers by 28 June 2020 (obstacle 15).',
  );
  const many = Array.from({ length: 60 }, (_, place) => ({ ...need, number: place, text: '缺'.repeat(100) }));
  expect(lettersOf(minutesPaper({ program }, minutesOf(60, '落'.repeat(400), many), 'zh'))).toBeLessThanOrEqual(
    PAPER_LETTERS,
  );
});

it('minutes hold at most 4,000 characters, however much was decided, and say what is not in them', () => {
  for (const [count, length] of [
    [3, 400],
    [20, 400],
    [60, 400],
    [300, 400],
  ] as const) {
    const paper = minutesPaper({ program }, minutesOf(count, '落'.repeat(length)), 'zh');
    expect(lettersOf(paper)).toBeLessThanOrEqual(PAPER_LETTERS);
    expect(lettersOf(paper)).toBeGreaterThan(count === 3 ? 1200 : 3000);
    const texts = paper.parts.flatMap((part) => (part.kind === 'form' ? [] : [part.text]));
    const shown = texts.filter((text) => /^\d+．/.test(text)).length;
    if (shown < count) expect(texts).toContain(`另有${count - shown}件，见交办事项清单。`);
    else expect(shown).toBe(count);
  }
});

it('a slip: number, to whom, matter, demand, limit, who issued it, to the letter', async () => {
  expect(await textOf(slipPaper(setting, slip9(), 'zh'))).toBe(
    [
      '督办单',
      '东阿县2020年项目攻坚行动\t2020年6月24日',
      '文号',
      '督〔2020〕9号（蓝）',
      '主送',
      '经济开发区',
      '事由',
      'P-010 热处理中心项目',
      '开工，2020年6月30日到期，现55%',
      '要求',
      '加快进场',
      '加急：关口项目',
      '时限',
      '2020年6月30日',
      '签发',
      '曾洪波　2020年6月24日',
    ].join('\n'),
  );
});

it('one that the calendar issued says so, with its pace and what is asked', async () => {
  const slip = slip9(
    { text: '', urgentReason: null, issuedById: null },
    { pace: 41.1, behind: 11.1, paceOn: localDay('2020-06-12') },
  );
  const text = await textOf(slipPaper(setting, slip, 'zh'));
  expect(text).toContain('2020年6月12日序时41.1%，落后11.1个百分点\n要求\n按期完成“开工”\n');
  expect(text).toContain('签发\n按序时自动发出　2020年6月24日');
});

it('a month of burden to file: what was sent and spared, and each rule, to the letter', async () => {
  const quiet = { quietFrom: '20:00', quietTo: '08:00' };
  const rules = burdenRules({ ...quiet, crowdedDays: 0, spared: 6518 });
  const text = await textOf(monthPaper(setting, juneBurden, rules));
  expect(text).toMatch(
    new RegExp(
      `^${[
        '负担情况',
        '东阿县2020年项目攻坚行动\t2020年6月24日',
        '2020年6月。数的是发出去的消息，到2020年6月24日为止，不数人。',
        '发了',
        ...['催报', '1102条', '卡点', '86条', '日报', '168条', '共问', '1342项'],
        '免问',
        ...[
          '共免问',
          '6518项',
          '已报',
          '4000项',
          '未到时候',
          '2500项',
          '卡点办理中',
          '18项',
          '会议不开',
          '3次',
          '少开会人次',
          '51',
        ],
        '减负规定12条，符合12条',
        ...['不打卡签到', '符合：计划里写了就不载入'],
      ].join('\n')}\n`,
    ),
  );
  expect(text.match(/^符合：/gm)).toHaveLength(12);
  expect(text).toMatch(/\n依据：国办函〔2026〕12号和《整治形式主义为基层减负若干规定》。$/);
  expect(monthFile(setting, juneBurden)).toBe('2020年6月负担情况');
});

it('a month that is over is counted to its end; what is not kept is said to be', async () => {
  const rules = burdenRules({ quietFrom: '21:30', quietTo: '08:00', crowdedDays: 2, spared: 0 });
  const burden = {
    month: localDay('2020-05-01'),
    sent: [],
    asked: 0,
    spared: {},
    sparedInAll: 0,
    meetings: 0,
    attendances: 0,
  };
  const text = await textOf(monthPaper({ ...setting, language: 'en' }, { ...burden, crowdedDays: 2 }, rules));
  expect(text.split('\n').slice(0, 7)).toEqual([
    'Burden',
    "Dong'e county, project assault year 2020\t24 June 2020",
    'May 2020. Counted from the messages sent, up to 31 May 2020, and never by person.',
    'Sent',
    'More than 1 message a day',
    '2',
    '12 rules on burdens, 10 met',
  ]);
  expect(text.match(/^Not met: /gm)).toHaveLength(2);
});
