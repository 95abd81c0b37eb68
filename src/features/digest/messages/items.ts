import { countEn } from '../../../domain/day-words.js';
import type { ChangedProject, Digest, LitProject } from '../../../domain/digest/compute.js';
import type { FactUnreported } from '../../../domain/digest/facts.js';
import type { WaitingObstacle } from '../../../domain/digest/obstacles.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { type Light, RUNGS } from '../../../domain/plan.js';
import type { UnitScore } from '../../../domain/standing.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { ListRequest } from '../ids.js';
import type { Phrases } from './phrases.js';

/** One item of a list or a reply. */
export const words = {
  owner: { zh: (name: string) => `责任人 ${name}`, en: (name: string) => `owner ${name}` },
  sponsor: { zh: (name: string) => `包保 ${name}`, en: (name: string) => `sponsor ${name}` },
  atRung: {
    zh: (rung: string, count: number, days: number) => `${rung} ${count}${days === 0 ? '' : `（最长 ${days} 天）`}`,
    en: (rung: string, count: number, days: number) =>
      `${rung} ${count}${days === 0 ? '' : ` (longest ${countEn(days, 'day')})`}`,
  },
  obstacleNumber: { zh: (number: number) => `${number} 号`, en: (number: number) => `No. ${number}` },
  longest: { zh: (days: number) => `最长 ${days} 天`, en: (days: number) => `longest ${countEn(days, 'day')}` },
  waitingDays: {
    zh: (days: number) => (days === 0 ? '今天提出' : `已 ${days} 天`),
    en: (days: number) => (days === 0 ? 'flagged today' : countEn(days, 'day')),
  },
  overdueObstacle: { zh: '逾期', en: 'overdue' },
  urgent: { zh: '紧急', en: 'urgent' },
  promised: { zh: (day: string) => `承诺 ${day}办结`, en: (day: string) => `promised for ${day}` },
  toVerify: { zh: '已办结，待核实', en: 'resolved, to be verified' },
  askedSince: { zh: (day: string) => `${day}起催报`, en: (day: string) => `asked since ${day}` },
  lightsOf: {
    zh: (green: number, amber: number, red: number) => `绿灯 ${green}、黄灯 ${amber}、红灯 ${red}`,
    en: (green: number, amber: number, red: number) => `green ${green}, amber ${amber}, red ${red}`,
  },
} as const satisfies Catalogue;

export const ICONS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };

/** How many changes of how many projects, or that there are none. */
export const changeCount = ({ changes, changed }: Digest, { shared }: Phrases): string =>
  changes === 0 ? shared.noChanges : shared.changesCount(changes, changed.length);

/** Each change of a project with who reported it. */
export function changedLines(each: ChangedProject, digest: Digest, phrases: Phrases): string[] {
  const people = [...each.changes, ...(each.figures === null ? [] : [each.figures])];
  return phrases.changeLines(each, digest.day, 60).map((line, index) => {
    const by = people[index];
    const person = by === undefined ? null : phrases.name({ zh: by.personName, en: by.personNameEn });
    return `• ${line}${person === null ? '' : phrases.bracket(person)}`;
  });
}

/** A project with the reasons of its light and who answers for it. */
export function litItem(each: LitProject, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { shared } = phrases;
  const { project, lit } = each;
  const owner = phrases.name(project.ownerName);
  const sponsor = phrases.name(project.sponsorName);
  const people = [
    owner === null ? shared.noOwner : own.owner(owner),
    phrases.name(project.unitName) ?? '',
    ...(sponsor === null ? [] : [own.sponsor(sponsor)]),
  ];
  const icon = lit.light === null ? '' : `${ICONS[lit.light]} `;
  return `${icon}*${phrases.projectName(project, 40)}*\n${phrases.reasons(each, 3)}\n${people.join(' · ')}`;
}

/** `12 号 P-003 恒硕新材…：土地，职能部门（自然资源局） · 已 9 天，逾期`. */
export function obstacleItem(each: WaitingObstacle, phrases: Phrases, nameWidth = 20): string {
  const own = inLanguage(words, phrases.language);
  const { language, zh } = phrases;
  const comma = zh ? '，' : ', ';
  const department = phrases.name(each.departmentName);
  const rung = `${RUNG_LABELS[each.rung][language]}${department === null ? '' : phrases.bracket(department)}`;
  const stands = [
    own.waitingDays(each.days),
    ...(each.overdue ? [own.overdueObstacle] : []),
    ...(each.standing === 'claimed' && each.promisedFor !== null ? [own.promised(phrases.day(each.promisedFor))] : []),
    ...(each.standing === 'resolved' ? [own.toVerify] : []),
  ];
  const about = [MATTER_LABELS[each.matter][language], ...(each.urgent ? [`*${own.urgent}*`] : []), rung];
  const project = phrases.projectName({ code: each.code, name: each.projectName }, nameWidth);
  return `${own.obstacleNumber(each.number)} ${project}${phrases.colon}${about.join(comma)} · ${stands.join(comma)}`;
}

/** `何志远（经济开发区）`, and what they were asked about. */
export function unreportedItem(items: readonly FactUnreported[], phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const [first] = items;
  if (first === undefined) return '';
  const { shared, name } = phrases;
  const shown = items
    .slice(0, 5)
    .map(
      (each) =>
        `${escapeText(each.code)} ${escapeText(clip(each.milestone, 30))}${phrases.bracket(own.askedSince(phrases.day(each.since)))}`,
    );
  const rest = items.length > shown.length ? [shared.more(items.length - shown.length)] : [];
  const unit = name(first.unitName);
  const who = `*${name(first.ownerName) ?? ''}*${unit === null ? '' : phrases.bracket(unit)}`;
  return `${who}${phrases.colon}${[...shown, ...rest].join(phrases.zh ? '、' : ', ')}`;
}

/** `1. 水利局 92 分：绿灯 10、黄灯 2、红灯 0`. */
export function unitItem(unit: UnitScore, place: number, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { shared, name, colon } = phrases;
  const lights = own.lightsOf(unit.green, unit.amber, unit.red);
  return `${place}. ${name(unit.name) ?? ''} ${shared.score(String(unit.score))}${colon}${lights}`;
}

/** `一线总指挥 1（最长 12 天） · 职能部门 3（最长 9 天）`, from the top of the ladder; `each` false: the longest of all. */
export function rungCounts({ obstacles }: Digest, { language }: Phrases, each = true): string {
  const own = inLanguage(words, language);
  const longest = (of: readonly WaitingObstacle[]) => Math.max(0, ...of.map(({ days }) => days));
  const rungs = [...RUNGS].reverse().flatMap((rung) => {
    const at = obstacles.filter((obstacle) => obstacle.rung === rung);
    return at.length === 0 ? [] : [own.atRung(RUNG_LABELS[rung][language], at.length, each ? longest(at) : 0)];
  });
  const most = longest(obstacles);
  return [...(each || most === 0 ? [] : [own.longest(most)]), ...rungs].join(' · ');
}

/** What is pressed to see the list behind a number: the number's own moment, knowledge and scope. */
export function listRequest(
  digest: Digest,
  list: ListRequest['list'],
  goal: string | null = null,
  page = 0,
): ListRequest {
  const { scope, day, at, cadence, after } = digest;
  return { scope, day, moment: at.moment, knownAt: at.knownAt, cadence, after, list, goal, page };
}
