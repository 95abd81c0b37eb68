import type { LocalDay } from '../../domain/day.js';
import type { Plan } from '../../domain/plan.js';
import { addWorkdays } from '../../domain/workday.js';
import { clip } from '../../text/escape.js';
import type { Act, Deed } from './act.js';
import type { Setting } from './script.js';
import type { MinutesOf } from './submitted.js';

/** Who does something about an obstacle: who raised it, or who sits at a rung. */
type Seat = 'raiser' | 'unit' | 'department' | 'sponsor';

/**
 * `workday`: counted from the last day of the story (0); `fill`: what is put into the form that the press opens, a number
 * being such a day.
 */
type Press = {
  readonly workday: number;
  readonly time: string;
  readonly by: Seat;
  readonly press: string;
  readonly fill?: Readonly<Record<string, string | number>>;
};

/** An obstacle of the seed's ledger and what people did about it; what they did not do, the ladder does. */
type Life = {
  readonly code: string;
  readonly text: string;
  readonly workday: number;
  readonly time: string;
  /** By the form, with what is filled in besides; by a line where there is none. */
  readonly form?: Readonly<Record<string, string>>;
  /** The unit whose head sits at the department's rung. */
  readonly department?: string;
  readonly presses?: readonly Press[];
};

const promised = (workday: number) => ({ 承诺哪天办结: workday });
const UP = { 理由: '超出本单位权限，请上级协调' };

/**
 * Eleven obstacles, most out of the ledger's own column of problems (存在问题), so that everybody finds something to do on
 * the story's last day: on every rung, one due today, one returned, one promised for tomorrow, one that waits to be verified.
 */
const LIVES: readonly Life[] = [
  { code: 'P-003', text: '32亩建设用地指标没批，开不了工', workday: -5, time: '09:40' },
  {
    code: 'P-025',
    text: '贷款续期没批，流动资金紧张',
    // Of its two working days and as many again the last is tomorrow.
    workday: -3,
    time: '10:15',
    presses: [{ workday: -2, time: '09:05', by: 'unit', press: '认领', fill: promised(1) }],
  },
  {
    code: 'P-020',
    text: '施工许可卡在消防图审，材料两次被退',
    workday: -5,
    time: '10:25',
    form: { 类别: '拦路虎' },
    department: 'approval',
    presses: [
      { workday: -4, time: '14:10', by: 'department', press: '认领', fill: promised(-2) },
      { workday: -2, time: '15:30', by: 'department', press: '办结', fill: { 怎么办结的: '图审单位已出意见' } },
      { workday: -1, time: '09:20', by: 'raiser', press: '退回', fill: { 理由: '意见有三条没有闭合，许可还办不了' } },
    ],
  },
  {
    code: 'P-015',
    text: '电力增容没批，设备订了不敢进场',
    workday: -4,
    time: '11:05',
    department: 'housing',
    presses: [
      { workday: -3, time: '10:30', by: 'unit', press: '提级', fill: UP },
      { workday: -2, time: '16:10', by: 'department', press: '提级', fill: UP },
    ],
  },
  {
    code: 'P-001',
    text: '规定要求环保设施先验收后供汽，设备没法调试',
    workday: -3,
    time: '09:50',
    form: { 类别: '紧箍咒' },
  },
  {
    code: 'P-068',
    text: '还有126户没签约，拆迁推不动',
    workday: -5,
    time: '11:20',
    form: { 类别: '拦路虎' },
    department: 'housing',
    presses: [
      { workday: -3, time: '15:00', by: 'department', press: '提级', fill: UP },
      { workday: -1, time: '10:40', by: 'sponsor', press: '提级', fill: { 理由: '补偿口径要县里统一' } },
    ],
  },
  { code: 'P-018', text: '天然气接入方案没定，影响开工', workday: -1, time: '14:25' },
  { code: 'P-006', text: '临时用电没通，设备装不了', workday: 0, time: '09:20' },
  {
    code: 'P-035',
    text: '邻近3户拆迁协议没签，进不了场',
    workday: -4,
    time: '09:30',
    presses: [
      { workday: -4, time: '15:15', by: 'unit', press: '认领', fill: promised(-1) },
      { workday: -1, time: '16:05', by: 'unit', press: '办结', fill: { 怎么办结的: '三户协议都签了，附在讨论串里' } },
    ],
  },
  {
    code: 'P-039',
    text: '排污许可变更没批下来',
    workday: -5,
    time: '15:10',
    presses: [
      { workday: -4, time: '08:55', by: 'unit', press: '认领', fill: promised(-3) },
      { workday: -3, time: '14:45', by: 'unit', press: '办结', fill: { 怎么办结的: '变更已受理，同意先行施工' } },
      { workday: -2, time: '09:10', by: 'raiser', press: '核实销号' },
    ],
  },
];

/** What is recorded of goals whose value somebody tells, by the project office, at the end of a month and lately. */
const RECORDED: readonly (readonly [workday: number, ...values: string[]])[] = [
  [-33, '到位资金 9.6亿', '利用外资 210万美元', '招商活动 31次'],
  [-13, '到位资金 14.2亿', '利用外资 330万美元', '招商活动 44次'],
  [-2, '到位资金 16.8亿', '利用外资 390万美元', '招商活动 49次'],
];

/** The obstacles of the story, and the values of its goals. */
export function obstaclesOf(setting: Setting, minutes: MinutesOf): Act[] {
  const { plan, until, calendar } = setting;
  const dayOf = (workday: number): LocalDay => addWorkdays(until, workday, calendar);
  const actOf = (workday: number, time: string, as: string, deed: Deed): Act => {
    const [hours = 0, minute = 0] = time.split(':').map(Number);
    const day = dayOf(workday);
    return { at: minutes(day, hours * 60 + minute), day, as, deed, expect: { is: 'opened' } };
  };
  const filled = (fields: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([label, value]) => [label, typeof value === 'number' ? dayOf(value) : value]),
    );

  function lifeOf(life: Life): Act[] {
    const project = plan.projects.find(({ code }) => code === life.code);
    if (!project?.owner) return [];
    const headOf = (key: string | undefined) => plan.units.find((unit) => unit.key === key)?.head ?? null;
    const seats: Readonly<Record<Seat, string | null>> = {
      raiser: project.owner,
      unit: headOf(project.unit),
      department: headOf(life.department),
      sponsor: project.sponsor,
    };
    const place = { in: 'bot' } as const;
    const flagged =
      life.form === undefined
        ? [
            actOf(life.workday, life.time, project.owner, {
              do: 'command',
              place,
              text: `/obstacle ${life.code} ${life.text}`,
            }),
          ]
        : [
            actOf(life.workday, life.time, project.owner, { do: 'command', place, text: '/obstacle' }),
            actOf(life.workday, life.time, project.owner, {
              do: 'submit',
              fields: { 项目: clip(`${life.code} ${project.name}`, 75), 什么卡住了: life.text, ...life.form },
            }),
          ];
    const presses = (life.presses ?? []).flatMap(({ workday, time, by, press, fill }): Act[] => {
      const as = seats[by];
      if (as === null) return [];
      const pressed = actOf(workday, time, as, { do: 'press', label: press, beside: life.text });
      return fill === undefined
        ? [pressed]
        : [pressed, actOf(workday, time, as, { do: 'submit', fields: filled(fill) })];
    });
    return [...flagged, ...presses];
  }

  return [...LIVES.flatMap(lifeOf), ...recordedGoals(plan, actOf)];
}

function recordedGoals(
  plan: Plan,
  actOf: (workday: number, time: string, as: string, deed: Deed) => Act,
): readonly Act[] {
  const office = plan.people.find((person) => person.roles.some(({ role }) => role === 'coordinator'));
  if (!office) return [];
  return RECORDED.flatMap(([workday, ...values]) =>
    values.map((value, place) =>
      actOf(workday, `11:3${place}`, office.key, { do: 'command', place: { in: 'bot' }, text: `/goals ${value}` }),
    ),
  );
}
