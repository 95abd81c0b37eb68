// The digest's own phrases, as its readers know them: what a number must stand in to be read.
import { dayWords } from './goals.mjs';

const MATTERS = {
  zh: {
    land: '土地',
    funds: '资金',
    'energy-quota': '能耗指标',
    'environmental-capacity': '环境容量',
    approval: '审批',
    relocation: '拆迁',
    utilities: '水电气管线',
    labour: '用工',
    other: '其他',
  },
  en: {
    land: 'land',
    funds: 'funds',
    'energy-quota': 'energy quota',
    'environmental-capacity': 'environmental capacity',
    approval: 'approval',
    relocation: 'relocation',
    utilities: 'utilities',
    labour: 'labour',
    other: 'other',
  },
};
export const RUNGS = ['commander', 'sponsor', 'department', 'unit'];
const RUNG_NAMES = {
  zh: { commander: '一线总指挥', sponsor: '包保领导', department: '职能部门', unit: '责任单位' },
  en: { commander: 'commander', sponsor: 'sponsor', department: 'responsible department', unit: 'unit' },
};
const many = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const floor = Math.floor;

/** What a digest says in one language. */
export function wordsOf(language) {
  const zh = language === 'zh';
  const day = (of) => dayWords(of, language);
  const bracket = (text) => (zh ? `（${text}）` : ` (${text})`);
  const comma = zh ? '，' : ', ';
  const colon = zh ? '：' : ': ';
  return {
    zh,
    day,
    bracket,
    comma,
    colon,
    semicolon: zh ? '；' : '; ',
    projects: (count) => bracket(zh ? `${count} 个` : many(count, 'project')).trim(),
    lights: (red, amber, green) =>
      zh
        ? `红黄绿灯：红灯 ${red} · 黄灯 ${amber} · 绿灯 ${green}`
        : `Lights: Red ${red} · Amber ${amber} · Green ${green}`,
    light: (light, count) =>
      zh
        ? `${{ red: '红灯', amber: '黄灯', green: '绿灯' }[light]} ${count}`
        : `${{ red: 'Red', amber: 'Amber', green: 'Green' }[light]} ${count}`,
    changes: (count, projects) =>
      count === 0
        ? zh
          ? '没有新的上报'
          : 'nothing was reported'
        : zh
          ? `${count} 条，涉及 ${projects} 个项目`
          : `${many(count, 'change')} on ${many(projects, 'project')}`,
    since: (moment) => bracket(zh ? `自 ${moment} 起` : `since ${moment}`),
    done: zh ? '已完成' : 'done',
    expected: (of) => (zh ? `预计 ${day(of)}完成` : `expected ${day(of)}`),
    late: zh ? '补报' : 'late report',
    figures: (from, to) => {
      const what = zh ? '完成投资' : 'investment done';
      return from === null ? `${what} ${to}` : `${what} ${from} → ${to}`;
    },
    reds: (count) => (zh ? `红灯项目 ${count}` : `Red projects ${count}`),
    more: (count) => (zh ? `另有 ${count} 项` : `${count} more`),
    obstacles: zh ? '卡点' : 'Obstacles',
    longest: (of) => (zh ? `最长 ${of} 天` : `longest ${many(of, 'day')}`),
    atRung(rung, count, longest) {
      const most = longest === 0 ? '' : zh ? `（最长 ${longest} 天）` : ` (longest ${many(longest, 'day')})`;
      return `${RUNG_NAMES[language][rung]} ${count}${most}`;
    },
    waits: (who, count) => (zh ? `等${who}处理 ${count} 个` : `Waiting on ${who}: ${count}`),
    leaders: zh ? '领导' : 'the leaders',
    obstacle({ number, matter, urgent, rung, departmentName, days, late, promised, standing }) {
      const head = zh ? `${number} 号 ` : `No. ${number} `;
      const at = `${RUNG_NAMES[language][rung]}${departmentName ? bracket(departmentName) : ''}`;
      const about = [MATTERS[language][matter], ...(urgent ? [zh ? '紧急' : 'urgent'] : []), at];
      const waiting = days === 0 ? (zh ? '今天提出' : 'flagged today') : zh ? `已 ${days} 天` : many(days, 'day');
      const stands = [
        waiting,
        ...(late ? [zh ? '逾期' : 'overdue'] : []),
        ...(promised ? [zh ? `承诺 ${day(promised)}办结` : `promised for ${day(promised)}`] : []),
        ...(standing === 'resolved' ? [zh ? '已办结，待核实' : 'resolved, to be verified'] : []),
      ];
      return { head, tail: `${colon}${about.join(comma)} · ${stands.join(comma)}` };
    },
    unreported: (people) =>
      zh
        ? `未上报：${people} 人，连续三个工作日催报没有回应`
        : `Unreported: ${people === 1 ? '1 person' : `${people} people`}, asked on three working days without an answer`,
    unreportedButton: zh ? '未上报' : 'Unreported',
    askedSince: (of) => bracket(zh ? `${day(of)}起催报` : `asked since ${day(of)}`),
    listed: zh ? '、' : ', ',
    cleared: (count) =>
      zh ? `本月卡点经验：已销号 ${count} 个` : `Lessons of the month: ${many(count, 'obstacle')} cleared`,
    reason(reason) {
      const { kind, milestone, days } = reason;
      const name = zh ? `「${milestone}」` : `"${milestone}"`;
      switch (kind) {
        case 'overdue':
          return zh
            ? `${name}应于 ${day(reason.by)}完成，已超期 ${days} 天`
            : `${name} was due ${day(reason.by)}, ${many(days, 'day')} overdue`;
        case 'blocked':
          return zh
            ? `${name}受阻，卡点 ${reason.obstacle} 号应于 ${day(reason.by)}办结，已逾期 ${days} 天`
            : `${name} is blocked: obstacle ${reason.obstacle} was to be cleared by ${day(reason.by)}, ${many(days, 'day')} ago`;
        case 'behind': {
          // In tenths: what is done rounded down, what is asked for up, so that the three agree on the screen.
          const [did, asked] = [floor(reason.percent * 10 + 1e-8), Math.ceil(reason.pace * 10 - 1e-8)];
          const [percent, pace, points] = [did / 10, asked / 10, (asked - did) / 10];
          return zh
            ? `${name}完成 ${percent}%，序时应达 ${pace}%，落后 ${points} 个百分点`
            : `${name} is at ${percent}%, pace is ${pace}%: ${many(points, 'point')} behind`;
        }
        case 'start-missed': {
          const by = reason.months
            ? zh
              ? `已超过 ${reason.months} 个月`
              : `more than ${many(reason.months, 'month')}`
            : zh
              ? `已推迟 ${days} 天`
              : many(days, 'day');
          return zh
            ? `计划 ${day(reason.by)}开工，尚未开工，${by}`
            : `Start was planned for ${day(reason.by)}, missed by ${by}`;
        }
        default: {
          const when =
            days === 0
              ? zh
                ? '今天到期'
                : 'is due today'
              : zh
                ? `${days} 天后到期（${day(reason.by)}）`
                : `is due in ${many(days, 'day')} (${day(reason.by)})`;
          const last =
            reason.saidOn === null
              ? zh
                ? '从未上报'
                : 'never reported'
              : zh
                ? `上次上报是 ${day(reason.saidOn)}`
                : `last reported ${day(reason.saidOn)}`;
          return zh ? `${name}${when}，${last}` : `${name} ${when}, ${last}`;
        }
      }
    },
  };
}
