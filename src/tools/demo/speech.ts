import type { LocalDay } from '../../domain/day.js';
import type { PlanPerson, PlanProject } from '../../domain/plan.js';
import { share } from './chance.js';
import type { Step } from './script.js';

/** How somebody likes to write; each person keeps to a way or two. */
const WAYS = ['code', 'nickname', 'short', 'spoken', 'wide'] as const;
type Way = (typeof WAYS)[number];

/** Where a line is typed: in a project's thread its name need not be said. */
export type Where = 'bot' | 'command' | 'thread' | 'mention';

/** The ways in which a person would put a step, the one they like best first. The last is the plainest there is. */
export function phrasings(
  step: Step,
  project: PlanProject,
  person: PlanPerson,
  where: Where,
  ownsOthers: boolean,
): string[] {
  if (/^[\x20-\x7e]+$/.test(person.title.zh)) return [english(step, project), plainest(step)];
  const turn = Math.floor(share(person.key, 'way') * WAYS.length);
  const now = share(person.key, step.on, step.code) < 0.25 ? turn + 1 : turn;
  const ordered = [...WAYS.keys()].map((place) => WAYS[(now + place) % WAYS.length] ?? 'code');
  const brief = where === 'thread' || !ownsOthers;
  return [
    ...ordered.filter((way) => way !== 'short' || brief).map((way) => phrase(step, project, person, way)),
    plainest(step),
    // Where the note itself would be read as a report, it is left unsaid.
    plainest({ ...step, note: '' }),
  ];
}

function phrase(step: Step, project: PlanProject, person: PlanPerson, way: Way): string {
  const nickname = project.nicknames[Math.floor(share(person.key, project.code) * project.nicknames.length)];
  const name = way === 'short' ? '' : way === 'code' || way === 'wide' || !nickname ? project.code : nickname;
  const space = way === 'code' || way === 'wide' ? ' ' : '';
  const parts: string[] = [];
  if (step.milestone !== null) parts.push(`${name}${name ? space : ''}${milestoneSaid(step, way)}`);
  if (step.investment !== null) {
    const amount = amountSaid(step.investment, way, person);
    const lead = parts.length > 0 || way === 'short' ? '' : `${name}${space}`;
    parts.push(`${lead}${way === 'spoken' ? '今年' : '累计'}完成投资${amount}`);
  }
  if (step.note !== '') parts.push(step.note);
  const line = parts.join(way === 'code' ? ' ' : '，');
  return way === 'wide' ? widened(line) : line;
}

function milestoneSaid({ milestone, percent, doneOn, on }: Step, way: Way): string {
  const space = way === 'code' ? ' ' : '';
  if (percent !== 100) return `${milestone}${space}${percentSaid(percent ?? 0, way)}`;
  if (doneOn !== null) {
    if (way === 'code') return `补报：${milestone}已于${dayAndYear(doneOn)}完成`;
    return `${doneOn.slice(0, 4) === on.slice(0, 4) ? daySaid(doneOn) : dayAndYear(doneOn)}${milestone}完成`;
  }
  if (milestone === '开工') return way === 'code' ? '已开工' : '今天开工了';
  if (milestone === '签约') return way === 'code' ? '签约完成' : '今天签约了';
  return way === 'spoken' ? `${milestone}办完了` : `${milestone}${space}已完成`;
}

const TENS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function percentSaid(percent: number, way: Way): string {
  if (way !== 'spoken') return `${percent}%`;
  const tens = TENS[Math.floor(percent / 10)] ?? '';
  if (percent % 10 === 0) return `${tens}成`;
  return percent > 20 ? `百分之${tens}十${TENS[percent % 10]}` : `${percent}%`;
}

function amountSaid(amount: number, way: Way, person: PlanPerson): string {
  if (way === 'wide' && amount >= 10_000) return `${amount / 10_000}亿元`;
  return `${amount}${share(person.key, 'unit') < 0.5 ? '万元' : '万'}`;
}

const daySaid = (day: LocalDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const dayAndYear = (day: LocalDay): string => `${day.slice(0, 4)}年${daySaid(day)}`;

/** Typed with a Chinese keyboard left in full width, as happens. */
const widened = (line: string): string =>
  line.replace(/[0-9%]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

function english(step: Step, project: PlanProject): string {
  const words: Readonly<Record<string, string>> = {
    签约: 'signing',
    洽谈: 'talks',
    落地: 'landing',
    开工: 'groundbreaking',
  };
  const said = words[step.milestone ?? ''] ?? step.milestone ?? '';
  const percent = step.percent === 100 ? 'done' : `${step.percent}%`;
  return `${project.code} ${said} ${percent}${step.note ? `, ${step.note}` : ''}`;
}

/** Nothing here can be read in two ways. */
function plainest({ code, milestone, percent, doneOn, investment, note }: Step): string {
  const parts = [code];
  if (milestone !== null)
    parts.push(milestone, percent === 100 ? (doneOn ? `已于${doneOn}完成` : '已完成') : `${percent}%`);
  const figures = investment === null ? '' : `累计完成投资${investment}万元`;
  return [parts.join(' '), figures, note && `备注：${note}`].filter((part) => part !== '').join('，');
}
