import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import {
  indexLedger,
  type LineContext,
  type LineProject,
  type ReportItem,
  renderItem,
  understandLine,
} from '../../src/domain/report-line.js';
import { readPhrasesLedger } from '../../src/tools/understand.js';
import { quietMilliseconds } from '../support/processor.js';
import fc from '../support/properties.js';

const file = readFileSync(new URL('./report-line/corpora/county.ledger.json', import.meta.url), 'utf8');
const { today, projects } = readPhrasesLedger(file);
const fresh: LineProject[] = projects.map((project) => ({
  ...project,
  milestones: project.milestones.map(({ name }) => ({ name, percent: null })),
}));
const ledger = indexLedger(fresh);
const everything = new Set(fresh.map((project) => project.code));
const as = (surface: LineContext['surface'], owns = everything): LineContext => ({
  today,
  surface,
  owns,
  mayReport: (code) => owns.has(code),
});

const place = fc.constantFrom(
  ...fresh.flatMap((project) =>
    project.milestones.map((milestone) => ({ project: project.code, milestone: milestone.name })),
  ),
);
const percent = fc.integer({ min: 0, max: 99 });
const remark = fc.constantFrom('塔吊已到位', '今天又进了一台塔吊', '钢筋绑扎完成', '监理已签字', '工人20名');

/** True where a word is one for a milestone of the project. */
function named(code: string, word: string): boolean {
  const project = ledger.byCode.get(code);
  return project !== undefined && ledger.wordsOf(project).find(word).length > 0;
}

/** A half-width line as a phone's Chinese keyboard would give it. */
function wide(text: string): string {
  return [...text]
    .map((letter) =>
      letter >= '!' && letter <= '~'
        ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
        : letter === ' '
          ? '　'
          : letter,
    )
    .join('');
}

describe('a line', () => {
  it('means the same in any order of its parts', () => {
    fc.assert(
      fc.property(
        place,
        percent,
        remark,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (where, value, note, order) => {
          const parts = [where.project, where.milestone, `${value}%`, note];
          const typed = order.map((part) => parts[part]).join(' ');
          const understood = understandLine(typed, ledger, as('progress'));
          // A remark between milestone and figure may be what the figure is of (钢筋绑扎 80%): then it is asked, never misread.
          if (understood.act === 'ask') expect(order.indexOf(3)).toBeLessThan(order.indexOf(2));
          else expect(understood).toMatchObject({ act: 'report', items: [{ ...where, percent: value, done: false }] });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('means the same with the remark last, whatever the order of the rest', () => {
    fc.assert(
      fc.property(
        place,
        percent,
        remark,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (where, value, note, order) => {
          const parts = [where.project, where.milestone, `${value}%`];
          const typed = `${order.map((part) => parts[part]).join(' ')}，${note}`;
          expect(understandLine(typed, ledger, as('progress'))).toMatchObject({
            act: 'report',
            items: [{ ...where, percent: value, note }],
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps what is told of a piece behind its percent as a note, whatever word of a milestone it repeats', () => {
    const piece = fc.constantFrom('首批', '第二批', '部分', '3号楼', '东段', '其中首台');
    const noun = fc.constantFrom('设备', '楼栋', '主体', '路基', '房屋');
    const end = fc.constantFrom('已进场', '已完成', '完成了', '已验收', '未完成', '下周进场');
    fc.assert(
      fc.property(
        place,
        percent,
        piece,
        noun,
        end,
        fc.constantFrom(' ', '，'),
        (where, value, some, thing, verb, mark) => {
          const told = `${some}${thing}${verb}`;
          const typed = `${where.project} ${where.milestone} ${value}%${mark}${told}`;
          const understood = understandLine(typed, ledger, as('progress'));
          // Where the piece repeats a milestone of the same roadmap it may be asked about, never misread.
          if (understood.act === 'ask' && named(where.project, thing)) return;
          expect(understood).toEqual({
            act: 'report',
            items: [
              {
                ...where,
                percent: value,
                done: false,
                doneOn: null,
                forecast: null,
                investment: null,
                note: told,
                corrects: false,
              },
            ],
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('means the same in full and half width', () => {
    fc.assert(
      fc.property(place, percent, (where, value) => {
        const typed = `${where.project} ${where.milestone} ${value}%`;
        expect(understandLine(wide(typed), ledger, as('progress'))).toEqual(
          understandLine(typed, ledger, as('progress')),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never becomes a report of another figure than one that stands in it', () => {
    const piece = fc.constantFrom(
      '主体封顶',
      '设备安装',
      '80%',
      '85%',
      '八成',
      '不到',
      '约',
      '还差',
      '预计',
      '完成',
      '了',
      '没',
      '，',
      ' ',
      '上次',
      '现在',
      '6月12日',
      '月底',
      '塔吊',
      '如果',
      '说',
      '吗',
      'P-017',
      '东区',
      '3号楼',
      '的',
      '完成投资',
      '1200万',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), (pieces) => {
        const typed = pieces.join('');
        const understood = understandLine(typed, ledger, as('progress', new Set(['P-017'])));
        if (understood.act !== 'report') return;
        for (const item of understood.items) {
          const allowed = [
            null,
            ...(typed.includes('80%') || typed.includes('八成') ? [80] : []),
            ...(typed.includes('85%') ? [85] : []),
          ];
          // A day that is past tells an end by itself: 6月12日主体封顶 (people mean it so, corpora/f.tsv).
          if (item.done) expect(typed).toMatch(/完成|了|日/);
          else expect(allowed).toContain(item.percent);
          if (!typed.includes('，')) expect(typed).not.toContain('吗');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is never taken as done where it denies, aims or guesses', () => {
    const doubt = fc.constantFrom(
      '还没',
      '未',
      '没有',
      '预计',
      '争取',
      '即将',
      '快',
      '基本',
      '差不多',
      '可能',
      '大概',
      '如果',
      '听说',
      '准备',
      '不能',
      '尚未',
      '力争',
      '有望',
    );
    const end = fc.constantFrom('完成', '完成了', '封顶了', '完工', '结束了');
    fc.assert(
      fc.property(
        place,
        doubt,
        end,
        fc.constantFrom('progress', 'thread', 'message' as const),
        (where, word, verb, surface) => {
          const understood = understandLine(
            `${where.project} ${where.milestone}${word}${verb}`,
            ledger,
            as(surface as LineContext['surface']),
          );
          if (understood.act === 'report')
            expect(understood.items.every((item) => !item.done && item.percent === null)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('gets an answer in 50 ms, whatever it is, and never throws', () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 10_000, unit: 'binary' }),
      fc.string({
        maxLength: 3_000,
        unit: fc.constantFrom(
          '主',
          '体',
          '封',
          '顶',
          '8',
          '0',
          '%',
          '十',
          '亿',
          '万',
          '月',
          '日',
          ',',
          '.',
          '-',
          '~',
          '<',
          '>',
          '@',
          'p',
          ' ',
          '\n',
          '完',
          '成',
          '了',
          '百',
          '分',
          '之',
        ),
      }),
      fc.nat({ max: 9_999 }).map((length) => '八十'.repeat(length / 2)),
      fc.nat({ max: 9_999 }).map((length) => '好的'.repeat(length / 2)),
      fc.nat({ max: 3_000 }).map((length) => '主体封顶80%，'.repeat(length / 7)),
    );
    understandLine('主体封项80%', ledger, as('progress'));
    fc.assert(
      fc.property(noise, fc.constantFrom('progress', 'obstacle', 'thread', 'message' as const), (typed, surface) => {
        const took = quietMilliseconds(() => understandLine(typed, ledger, as(surface as LineContext['surface'])), 50);
        expect(took).toBeLessThanOrEqual(50);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a rendered item', () => {
  const day = fc.integer({ min: -400, max: 0 }).map((days) => addDays(today, days));
  const later = fc.integer({ min: 1, max: 500 }).map((days) => addDays(today, days));
  const note = fc.oneof(
    fc.constant(''),
    remark,
    fc.constant('主体封顶90%，完成投资5万'),
    fc.stringMatching(/^[a-z\u4e00-\u9fa5][a-z0-9%\u4e00-\u9fa5]{0,30}$/),
  );
  const item: fc.Arbitrary<ReportItem> = fc
    .record({
      where: place,
      percent: fc.option(fc.double({ min: 0, max: 99, noNaN: true }).map((value) => Math.round(value * 10) / 10)),
      done: fc.boolean(),
      on: fc.option(day),
      forecast: fc.option(later),
      investment: fc.option(fc.integer({ min: 1, max: 999_999 })),
      note,
      corrects: fc.boolean(),
    })
    .filter((each) => each.done || each.percent !== null || each.forecast !== null)
    .map(({ where, percent: value, done, on, forecast, investment, note: told, corrects }) => ({
      ...where,
      percent: done ? 100 : value,
      done,
      doneOn: done ? on : null,
      forecast: done ? null : forecast,
      investment,
      note: told,
      corrects: corrects && (done || value !== null),
    }));

  it('is understood as the item again', () => {
    fc.assert(
      fc.property(item, (each) => {
        expect(understandLine(renderItem(each), ledger, as('progress')), renderItem(each)).toEqual({
          act: 'report',
          items: [each],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('of figures alone is understood as figures again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (wan) => {
        const each: ReportItem = {
          project: 'P-017',
          milestone: null,
          percent: null,
          done: false,
          doneOn: null,
          forecast: null,
          investment: wan,
          note: '',
          corrects: false,
        };
        expect(understandLine(renderItem(each), ledger, as('progress'))).toEqual({ act: 'report', items: [each] });
      }),
    );
  });
});

describe('chat', () => {
  const CHAT =
    '早上好|大家辛苦了|收到|好的|谢谢|明天开会吗|下午两点开会|会议改到三点|材料发我一下|请查收|已阅|同意|我看看|稍等|马上到|堵车了，晚到十分钟|今天请假半天|王局到了吗|食堂几点开饭|文件在哪|我发你邮箱了|收到请回复|周末愉快|节日快乐|生日快乐|下雨了带伞|温度35度|今天好热|注意防暑|注意安全|加油|太好了|厉害|恭喜恭喜|哈哈|嗯嗯|行|可以|没问题|知道了|明白|那就这样|再说吧|不急|抓紧|尽快反馈|请相关单位配合|张工在现场吗|电话打不通|13863512345|我的号是0635-3282345|看下这个链接 https://example.com/a?b=80%25|测试一下|手机没电了|电脑坏了|打印机没墨了|车没油了|油价涨了5%|股票跌了3%|打八折|出勤率98%|考核占30%|今年第3次了|80后|90年代建的|三层小楼|我住5号楼|明天18号|6月20日调研|周三上午验收组来吃饭|下周学习|昨天加班到10点|刚下班|在路上|到了|出发了|照片真清楚|视频发一下|麻烦改下格式|标题写错了|错别字|表格第2行|数据对不上|口径不一致|按模板填|截止日期是哪天|谁负责统计|请各单位上报|汇总表已发|通知已转发|会议纪要见附件|请领导批示|请示已送|钱书记来电|县长表扬了|今天风大|明天降温|记得签到|打卡了吗|群公告看一下|who is in charge?|see you tomorrow|good morning|thanks a lot|call me later|meeting at 10|the file is attached|ok will do|happy new year|what time is it';

  it.each(CHAT.split('|'))('%s: stays chat in a thread and in a message', (typed) => {
    for (const context of [
      { ...as('thread', new Set(['P-017'])), threadProject: 'P-017' },
      as('message', new Set(['P-017'])),
    ]) {
      expect(understandLine(typed, ledger, context).act).toBe('none');
    }
  });
});

describe('a ledger of 10,000 projects', () => {
  const words = ['生物', '新材', '机械', '食品', '装备', '医药', '纺织', '冷链'];
  const kinds = ['产业园', '生产线', '改造', '扩产', '基地', '中心'];
  const big = Array.from(
    { length: 10_000 },
    (_, number): LineProject => ({
      code: `P-${number + 1}`,
      name: `${String.fromCharCode(0x4e00 + (number % 5000))}${String.fromCharCode(0x5000 + ((number * 7) % 4000))}${words[number % 8]}${kinds[number % 6]}项目`,
      nicknames: [],
      milestones: fresh[number % fresh.length]?.milestones ?? [],
    }),
  );

  it('is read in under 2 ms a line', () => {
    const many = indexLedger(big);
    const context: LineContext = { ...as('progress', new Set(['P-17', 'P-18'])), today: localDay('2020-06-17') };
    const line = '主体封顶80%，预计月底完成，塔吊已到位';
    for (let warm = 0; warm < 50; warm += 1) understandLine(line, many, context);
    const hundred = () => {
      for (let run = 0; run < 100; run += 1) understandLine(line, many, context);
    };
    // Twice the aim, since a collection of garbage counts too.
    expect(quietMilliseconds(hundred, 200) / 100).toBeLessThan(4);
  });
});
