import { dayAt, isLocalDay, type LocalDay, timeAt } from '../../../domain/day.js';
import { dayWords, yearWords } from '../../../domain/day-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Step } from '../../../domain/obstacle.js';
import type { Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { Happening } from '../../../store/happenings.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import type { LogNames } from '../model.js';

export const happeningWords = {
  itself: { zh: '系统', en: 'The bot' },
  reported: {
    zh: (who: string, what: string) => `${who}上报：${what}`,
    en: (who: string, what: string) => `${who} reported: ${what}`,
  },
  amended: {
    zh: (who: string, what: string) => `${who}更正：${what}`,
    en: (who: string, what: string) => `${who} amended: ${what}`,
  },
  undone: { zh: (what: string) => `${what}（已撤销）`, en: (what: string) => `${what} (taken back)` },
  done: { zh: '完成', en: 'done' },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  investment: {
    zh: (year: string, amount: string) => `${year}完成投资 ${amount}`,
    en: (year: string, amount: string) => `${amount} done ${year}`,
  },
  added: { zh: (who: string) => `${who}录入台账`, en: (who: string) => `${who} entered it in the ledger` },
  changed: {
    zh: (who: string, what: string) => `${who}修改：${what}`,
    en: (who: string, what: string) => `${who} changed ${what}`,
  },
  addedMilestone: {
    zh: (who: string, name: string) => `${who}新增节点${name}`,
    en: (who: string, name: string) => `${who} added the milestone "${name}"`,
  },
  removedMilestone: {
    zh: (who: string, name: string) => `${who}删除节点${name}`,
    en: (who: string, name: string) => `${who} removed the milestone "${name}"`,
  },
  ofMilestone: {
    zh: (name: string, what: string) => `${name}：${what}`,
    en: (name: string, what: string) => `"${name}": ${what}`,
  },
  reason: { zh: (why: string) => `原因：${why}`, en: (why: string) => `because: ${why}` },
  fromTo: {
    zh: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
    en: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
  },
  nothing: { zh: '无', en: 'none' },
  flagged: {
    zh: (who: string, number: number) => `${who}提出卡点${number}号`,
    en: (who: string, number: number) => `${who} flagged obstacle ${number}`,
  },
  claimed: {
    zh: (who: string, number: number, day: string) => `${who}认领卡点${number}号，承诺${day}办结`,
    en: (who: string, number: number, day: string) => `${who} claimed obstacle ${number}, promised for ${day}`,
  },
  resolved: {
    zh: (who: string, number: number) => `${who}办结卡点${number}号`,
    en: (who: string, number: number) => `${who} resolved obstacle ${number}`,
  },
  raised: {
    zh: (who: string, number: number, rung: string) => `${who}把卡点${number}号提级到${rung}`,
    en: (who: string, number: number, rung: string) => `${who} raised obstacle ${number} to the ${rung}`,
  },
  raisedItself: {
    zh: (number: number, rung: string) => `卡点${number}号到期未办，自动提级到${rung}`,
    en: (number: number, rung: string) => `Obstacle ${number} was raised by itself to the ${rung}`,
  },
  handedOver: {
    zh: (who: string, number: number) => `${who}转办卡点${number}号`,
    en: (who: string, number: number) => `${who} handed obstacle ${number} over`,
  },
  succeeded: {
    zh: (who: string, number: number) => `${who}给卡点${number}号换了承办人`,
    en: (who: string, number: number) => `${who} gave obstacle ${number} to a successor`,
  },
  returned: {
    zh: (who: string, number: number) => `${who}退回卡点${number}号`,
    en: (who: string, number: number) => `${who} returned obstacle ${number}`,
  },
  verified: {
    zh: (who: string, number: number) => `${who}核实，卡点${number}号销号`,
    en: (who: string, number: number) => `${who} verified obstacle ${number}; it is closed`,
  },
  withdrawn: {
    zh: (who: string, number: number) => `${who}撤回卡点${number}号`,
    en: (who: string, number: number) => `${who} took obstacle ${number} back`,
  },
  commented: {
    zh: (who: string, number: number) => `${who}在卡点${number}号留言`,
    en: (who: string, number: number) => `${who} commented on obstacle ${number}`,
  },
  lapsed: {
    zh: (number: number) => `卡点${number}号期限已过，已在最高一级`,
    en: (number: number) => `Obstacle ${number} is past its deadline, at the top rung`,
  },
} as const satisfies Phrases;

/** The fields that the log keeps. */
export const fieldWords = {
  name: { zh: '名称', en: 'name' },
  category: { zh: '类别', en: 'category' },
  unitId: { zh: '责任单位', en: 'unit' },
  ownerId: { zh: '责任人', en: 'owner' },
  sponsorId: { zh: '包保领导', en: 'sponsor' },
  site: { zh: '园区', en: 'site' },
  standing: { zh: '状态', en: 'standing' },
  totalInvestment: { zh: '总投资', en: 'total investment' },
  yearPlan: { zh: '年度计划', en: 'plan of the year' },
  startDay: { zh: '计划开工', en: 'planned start' },
  endDay: { zh: '计划完工', en: 'planned end' },
  due: { zh: '期限', en: 'due day' },
  pausedUntil: { zh: '暂停至', en: 'paused until' },
  content: { zh: '建设内容', en: 'what is built' },
  problem: { zh: '存在问题', en: 'problem' },
  remark: { zh: '备注', en: 'remark' },
} as const satisfies Phrases;

export const standingWords = {
  open: { zh: '在建', en: 'open' },
  paused: { zh: '暂停', en: 'paused' },
  withdrawn: { zh: '退出', en: 'withdrawn' },
} as const satisfies Phrases;

type Teller = {
  readonly language: Language;
  readonly program: Pick<Program, 'timeZone' | 'year'>;
  readonly names: LogNames;
  /** The day on which it is told. */
  readonly today: LocalDay;
};

const MOST_NOTE = 60;
const MOST_NAME = 30;

type Values = Readonly<Record<string, unknown>>;

/** What happened, as a clause that begins with who did it; typed texts are escaped. */
export function happeningText(happening: Happening, teller: Teller): string {
  const { language } = teller;
  const say = inLanguage(happeningWords, language);
  const who = happening.person === null ? say.itself : escapeText(happening.person[language]);
  const after = happening.after ?? {};
  const before = happening.before ?? {};
  const milestone = short(
    milestoneName(happening.milestone ?? textOf(after.name) ?? textOf(before.name) ?? '', language),
  );
  switch (happening.action) {
    case 'report':
      return taken(say.reported(who, reportText(before, after, teller)), happening, teller);
    case 'amend':
      return taken(say.amended(who, reportText(before, after, teller)), happening, teller);
    case 'add-project':
      return say.added(who);
    case 'change-project':
      return say.changed(who, changeText(before, after, teller));
    case 'add-milestone':
      return say.addedMilestone(who, milestone);
    case 'remove-milestone':
      return say.removedMilestone(who, milestone);
    case 'change-milestone':
      return say.changed(who, say.ofMilestone(milestone, changeText(before, after, teller)));
    default:
      return stepText(who, happening.obstacle ?? 0, after as unknown as Step, teller);
  }
}

/** With its day and time, as a line of a life. */
export const happeningLine = (happening: Happening, teller: Teller): string => {
  const { timeZone, year } = teller.program;
  const day = dayWords(dayAt(happening.at, timeZone), teller.language, year);
  const time = timeAt(happening.at, timeZone);
  const head = teller.language === 'zh' ? `${day} ${time}　` : `${day}, ${time}: `;
  return `${head}${happeningText(happening, teller)}`;
};

const taken = (text: string, { undone }: Happening, { language }: Teller): string =>
  undone ? inLanguage(happeningWords, language).undone(text) : text;

const short = (name: string): string => escapeText(clip(name.replace(/\s+/g, ' '), MOST_NAME));
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listOf = (parts: readonly string[], language: Language): string =>
  parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');

function reportText(before: Values, after: Values, { language, program, today }: Teller): string {
  const say = inLanguage(happeningWords, language);
  const day = (value: string) => (isLocalDay(value) ? dayWords(value, language, program.year) : escapeText(value));
  const milestone = textOf(after.milestone);
  const percent = typeof after.percent === 'number' ? after.percent : null;
  const was = typeof before.percent === 'number' && before.percent !== percent ? `${before.percent}% → ` : '';
  const reached = percent === null ? '' : percent === 100 ? say.done : `${percent}%`;
  const forecast = textOf(after.forecast);
  const note = textOf(after.note);
  return listOf(
    [
      milestone === null
        ? ''
        : `${short(milestoneName(milestone, language))} ${percent === null ? '' : was}${reached}`.trim(),
      forecast === null ? '' : say.forecast(day(forecast)),
      typeof after.investment === 'number'
        ? say.investment(yearWords(program.year, today, language), moneyWords(after.investment, language))
        : '',
      note === null ? '' : escapeText(clip(note.replace(/\s+/g, ' '), MOST_NOTE)),
    ],
    language,
  );
}

/** `期限6月30日 → 8月31日，原因：…`; fields that nobody reads are left out. */
function changeText(before: Values, after: Values, teller: Teller): string {
  const { language } = teller;
  const say = inLanguage(happeningWords, language);
  const fields = inLanguage(fieldWords, language);
  const parts = (Object.keys(fields) as (keyof typeof fields)[])
    .filter((field) => field in after && after[field] !== before[field])
    .map((field) =>
      say.fromTo(fields[field], valueText(field, before[field], teller), valueText(field, after[field], teller)),
    );
  const reason = textOf(after.reason) ?? textOf(after.pauseReason);
  return listOf(
    [...parts, reason === null ? '' : say.reason(escapeText(clip(reason.replace(/\s+/g, ' '), MOST_NOTE)))],
    language,
  );
}

function valueText(field: keyof typeof fieldWords, value: unknown, { language, program, names }: Teller): string {
  const say = inLanguage(happeningWords, language);
  if (value === null || value === undefined || value === '') return say.nothing;
  const named = (found: Words | undefined): string => escapeText(found?.[language] ?? String(value));
  switch (field) {
    case 'unitId':
      return named(names.units.get(Number(value)));
    case 'ownerId':
    case 'sponsorId':
      return named(names.people.get(Number(value)));
    case 'category':
      return named(names.categories.get(String(value)));
    case 'site':
      return named(names.sites.get(String(value)));
    case 'standing':
      return value === 'open' || value === 'paused' || value === 'withdrawn'
        ? inLanguage(standingWords, language)[value]
        : escapeText(String(value));
    case 'totalInvestment':
    case 'yearPlan':
      return moneyWords(Number(value), language);
    default: {
      const text = String(value);
      return isLocalDay(text) ? dayWords(text, language, program.year) : short(text);
    }
  }
}

function stepText(who: string, number: number, step: Step, { language, program }: Teller): string {
  const say = inLanguage(happeningWords, language);
  switch (step.kind) {
    case 'flagged':
      return say.flagged(who, number);
    case 'claimed':
      return say.claimed(who, number, dayWords(step.promisedFor, language, program.year));
    case 'resolved':
      return say.resolved(who, number);
    case 'raised': {
      const rung = RUNG_LABELS[step.to][language];
      return step.by === null ? say.raisedItself(number, rung) : say.raised(who, number, rung);
    }
    case 'handed-over':
      return say.handedOver(who, number);
    case 'succeeded':
      return say.succeeded(who, number);
    case 'returned':
      return say.returned(who, number);
    case 'verified':
      return say.verified(who, number);
    case 'withdrawn':
      return say.withdrawn(who, number);
    case 'commented':
      return say.commented(who, number);
    default:
      return say.lapsed(number);
  }
}
