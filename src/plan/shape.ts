import { z } from 'zod';
import { isLocalDay, type LocalDay, monthEnd } from '../domain/day.js';
import { DEFAULT_LIGHT_POLICY } from '../domain/light.js';
import {
  GOAL_MEASURES,
  LIGHTS,
  MATTERS,
  OBSTACLE_KINDS,
  ROLES,
  RUNGS,
  STAGES,
  UNIT_KINDS,
  type Words,
} from '../domain/plan.js';
import { DEFAULT_STAGES } from '../domain/stage.js';
import { DEFAULT_LADDER_KINDS, DEFAULT_PROMPTS, DEFAULT_VERIFY_WORKDAYS } from './defaults.js';

/** What a rule of this file says when it is broken; read back from the issue by fault-words.ts. */
export type Said = { readonly wrong: Words; readonly instead: Words };

const saying = (wrong: Words, instead: Words): { params: Said } => ({ params: { wrong, instead } });

const pattern = (shape: RegExp, said: { params: Said }) => z.string().refine((value) => shape.test(value), said);

const LONGEST_NAME = 200;
const LONGEST_TEXT = 2000;
/** A database integer; 2 billion 10k yuan is more than any country spends. */
const LARGEST_AMOUNT = 2_000_000_000;

// Control and direction characters in a name can break a table or make it read as another name.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => !UNPRINTABLE.test(value),
      saying(
        { zh: '文字里有看不见的控制字符', en: 'the text contains an invisible control character' },
        { zh: '删掉后重新输入', en: 'Delete it and type the text again' },
      ),
    );
const name = text(LONGEST_NAME);
const words = z.strictObject({ zh: name, en: name });
const key = pattern(
  /^[a-z0-9][a-z0-9-]{0,59}$/,
  saying(
    { zh: '标识只能用小写字母、数字和短横线', en: 'a key has lower-case letters, digits and hyphens only' },
    { zh: '改成 economic-zone 这样的写法', en: 'Write it like economic-zone' },
  ),
);
const code = pattern(
  /^[A-Z0-9][A-Z0-9-]{0,19}$/,
  saying(
    { zh: '项目编号只能用大写字母、数字和短横线', en: 'a project code has capital letters, digits and hyphens only' },
    { zh: '改成 P-001 这样的写法', en: 'Write it like P-001' },
  ),
);
/** Slack's rule for channel names. */
const channelName = pattern(
  /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u,
  saying(
    {
      zh: '频道名只能用小写字母、汉字、数字、短横线和下划线，最长 80 字',
      en: 'a channel name has lower-case letters, digits, hyphens and underscores only, 80 at most',
    },
    { zh: '去掉空格、大写字母和标点', en: 'Leave out spaces, capitals and punctuation' },
  ),
);
const time = pattern(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  saying({ zh: '不是时间', en: 'this is no time of day' }, { zh: '写成 08:30 这样', en: 'Write it like 08:30' }),
);

const day = z.string().transform((value, issues): LocalDay => {
  if (isLocalDay(value)) return value;
  const shaped = /^(\d{4})-(\d{2})-(\d{2})$/.test(value);
  const first = `${value.slice(0, 8)}01`;
  const last = shaped && isLocalDay(first) ? monthEnd(first) : null;
  issues.addIssue({
    code: 'custom',
    input: value,
    params: {
      wrong: shaped
        ? { zh: `${value} 这一天不存在`, en: `there is no day ${value}` }
        : { zh: `“${value}”不是日期`, en: `"${value}" is no date` },
      instead:
        last === null
          ? { zh: '写成 2020-06-30 这样', en: 'Write it like 2020-06-30' }
          : { zh: `该月最后一天是 ${last}`, en: `The last day of that month is ${last}` },
    } satisfies Said,
  });
  return z.NEVER;
});

const amount = z.int().min(0).max(LARGEST_AMOUNT);
const percent = z.number().min(0).max(100);
const workdays = z.int().min(0).max(250);
const stage = z.enum(STAGES);
const keys = z.array(key);

const named = z.strictObject({ key, name: words });

const unit = z.strictObject({
  key,
  name: words,
  kind: z.enum(UNIT_KINDS),
  aliases: z.array(name).default([]),
  head: key.nullable().default(null),
  channel: channelName.nullable().default(null),
});

const person = z.strictObject({
  key,
  name,
  nameEn: name,
  email: z.email().max(LONGEST_NAME).nullable().default(null),
  title: words,
  roles: z.array(z.strictObject({ role: z.enum(ROLES), unit: key.nullable().default(null) })).min(1),
});

const goalRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('stage'), categories: keys.default([]), reached: stage }),
  z.strictObject({ by: z.literal('light'), categories: keys.default([]), notWorseThan: z.enum(LIGHTS) }),
  z.strictObject({ by: z.literal('investment'), categories: keys.default([]), atLeastPercent: percent }),
  z.strictObject({ by: z.literal('figures'), categories: keys.default([]) }),
  z.strictObject({ by: z.literal('recorded') }),
]);

const goal = z.strictObject({
  key,
  name: words,
  focusArea: key,
  measure: z.enum(GOAL_MEASURES),
  target: z.number().positive().max(LARGEST_AMOUNT),
  rule: goalRule,
  gates: z.array(z.strictObject({ on: day, value: z.number().min(0).max(LARGEST_AMOUNT) })).default([]),
});

const digestScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('plan') }),
  z.strictObject({ of: z.enum(['unit', 'sponsor', 'category', 'site', 'focus-area']), key }),
]);

const channel = z.strictObject({
  name: channelName,
  purpose: words,
  private: z.boolean().default(false),
  members: z.strictObject({
    /** Everybody of the plan; the lists below are then not needed. */
    all: z.boolean().default(false),
    roles: z.array(z.enum(ROLES)).default([]),
    units: keys.default([]),
    people: keys.default([]),
  }),
  digest: z
    .strictObject({ scope: digestScope, language: z.enum(['zh', 'en']) })
    .nullable()
    .default(null),
});

const light = z.strictObject({
  amberBehindPoints: percent.default(DEFAULT_LIGHT_POLICY.amberBehindPoints),
  redBehindPoints: percent.default(DEFAULT_LIGHT_POLICY.redBehindPoints),
  dueSoonDays: z.int().min(0).max(366).default(DEFAULT_LIGHT_POLICY.dueSoonDays),
  unreportedDays: z.int().min(1).max(366).default(DEFAULT_LIGHT_POLICY.unreportedDays),
  startMissedRedMonths: z.int().min(0).max(24).default(DEFAULT_LIGHT_POLICY.startMissedRedMonths),
});

const rungs = z.strictObject({
  start: z.enum(RUNGS),
  workdays: z.partialRecord(z.enum(RUNGS), workdays),
});
const ladder = z.strictObject({
  kinds: z.record(z.enum(OBSTACLE_KINDS), rungs).default(DEFAULT_LADDER_KINDS),
  departments: z.partialRecord(z.enum(MATTERS), key).default({}),
  verifyWorkdays: workdays.default(DEFAULT_VERIFY_WORKDAYS),
});

const prompts = z.strictObject({
  morning: time.default(DEFAULT_PROMPTS.morning),
  reminder: time.default(DEFAULT_PROMPTS.reminder),
  digest: time.default(DEFAULT_PROMPTS.digest),
  quietFrom: time.default(DEFAULT_PROMPTS.quietFrom),
  quietTo: time.default(DEFAULT_PROMPTS.quietTo),
});

const stages = z.strictObject({
  done: z.record(name, stage).default(DEFAULT_STAGES.done),
  underway: z.record(name, stage).default(DEFAULT_STAGES.underway),
});

const mechanisms = z.strictObject({
  reviews: z.array(z.strictObject({ key, name: words, every: z.enum(['week', 'half-month', 'month']) })).default([]),
  factors: z.array(z.strictObject({ key, name: words, measure: name })).default([]),
  promotion: z
    .strictObject({ activitiesPerLeaderPerMonth: z.int().min(0).max(31) })
    .default({ activitiesPerLeaderPerMonth: 0 }),
  tripsPerApproval: z.int().min(0).max(100).default(1),
});

const milestone = z.strictObject({
  name,
  due: day.nullable().default(null),
  owner: key.nullable().default(null),
  /** Left out: the plan's table of stages decides by the name; null: it brings none. */
  stage: stage.nullable().optional(),
  doneOn: day.nullable().default(null),
});

const project = z.strictObject({
  code,
  name,
  nicknames: z.array(name).default([]),
  category: key,
  focusArea: key,
  unit: key,
  owner: key.nullable().default(null),
  sponsor: key.nullable().default(null),
  site: key.nullable().default(null),
  stage: stage.default('lead'),
  totalInvestment: amount.nullable().default(null),
  yearPlan: amount.nullable().default(null),
  start: day.nullable().default(null),
  end: day.nullable().default(null),
  content: text(LONGEST_TEXT).nullable().default(null),
  problem: text(LONGEST_TEXT).nullable().default(null),
  ledger: z
    .strictObject({
      on: day,
      doneInvestment: amount.nullable().default(null),
      progress: text(LONGEST_TEXT).nullable().default(null),
    })
    .nullable()
    .default(null),
  milestones: z.array(milestone).default([]),
});

/** A plan file as it is written, every default filled in; keys are not yet known to point at something. */
export const planShape = z.strictObject({
  key,
  name: words,
  year: z.int().min(2004).max(2100),
  timeZone: name.default('Asia/Shanghai'),
  from: day,
  to: day,
  commander: key.nullable().default(null),
  focusAreas: z.array(named).min(1),
  categories: z.array(named).min(1),
  sites: z.array(z.strictObject({ key, name: words, main: z.boolean().default(false) })).default([]),
  units: z.array(unit).min(1),
  people: z.array(person).min(1),
  channels: z.array(channel).default([]),
  goals: z.array(goal).default([]),
  calendar: z
    .strictObject({ daysOff: z.array(day).default([]), workdays: z.array(day).default([]) })
    .default({ daysOff: [], workdays: [] }),
  light: light.prefault({}),
  ladder: ladder.prefault({}),
  prompts: prompts.prefault({}),
  stages: stages.prefault({}),
  mechanisms: mechanisms.prefault({}),
  projects: z.array(project).default([]),
});

export type WrittenPlan = z.infer<typeof planShape>;
