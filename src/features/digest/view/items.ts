import { RUNG_LABELS } from '../../../domain/ladder.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { type Light, RUNGS } from '../../../domain/plan.js';
import type { UnitScore } from '../../../domain/standing.js';
import type { FactUnreported } from '../../../store/facts.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { ChangedProject, Digest, LitProject } from '../compute.js';
import type { WaitingObstacle } from '../compute-obstacles.js';
import type { ListRequest } from '../ids.js';
import type { Phrases } from './phrases.js';

export const ICONS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };

/** How many changes of how many projects, or that there are none. */
export const changeCount = ({ changes, changed }: Digest, { words }: Phrases): string =>
  changes === 0 ? words.noChanges : words.changesCount(changes, changed.length);

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
  const { words } = phrases;
  const { project, lit } = each;
  const owner = phrases.name(project.ownerName);
  const sponsor = phrases.name(project.sponsorName);
  const people = [
    owner === null ? words.noOwner : words.owner(owner),
    phrases.name(project.unitName) ?? '',
    ...(sponsor === null ? [] : [words.sponsor(sponsor)]),
  ];
  const icon = lit.light === null ? '' : `${ICONS[lit.light]} `;
  return `${icon}*${phrases.projectName(project, 40)}*\n${phrases.reasons(each, 3)}\n${people.join(' · ')}`;
}

/** `12 号 P-003 恒硕新材…：土地，职能部门（自然资源局） · 已 9 天，逾期`. */
export function obstacleItem(each: WaitingObstacle, phrases: Phrases, nameWidth = 20): string {
  const { words, language, zh } = phrases;
  const comma = zh ? '，' : ', ';
  const department = phrases.name(each.departmentName);
  const rung = `${RUNG_LABELS[each.rung][language]}${department === null ? '' : phrases.bracket(department)}`;
  const stands = [
    words.waitingDays(each.days),
    ...(each.overdue ? [words.overdueObstacle] : []),
    ...(each.standing === 'claimed' && each.promisedFor !== null
      ? [words.promised(phrases.day(each.promisedFor))]
      : []),
    ...(each.standing === 'resolved' ? [words.toVerify] : []),
  ];
  const about = [MATTER_LABELS[each.matter][language], ...(each.urgent ? [`*${words.urgent}*`] : []), rung];
  const project = phrases.projectName({ code: each.code, name: each.projectName }, nameWidth);
  return `${words.obstacleNumber(each.number)} ${project}${phrases.colon}${about.join(comma)} · ${stands.join(comma)}`;
}

/** `何志远（经济开发区）`, and what they were asked about. */
export function unreportedItem(items: readonly FactUnreported[], phrases: Phrases): string {
  const [first] = items;
  if (first === undefined) return '';
  const { words, name } = phrases;
  const shown = items
    .slice(0, 5)
    .map(
      (each) =>
        `${escapeText(each.code)} ${escapeText(clip(each.milestone, 30))}${phrases.bracket(words.askedSince(phrases.day(each.since)))}`,
    );
  const rest = items.length > shown.length ? [words.more(items.length - shown.length)] : [];
  const unit = name(first.unitName);
  const who = `*${name(first.ownerName) ?? ''}*${unit === null ? '' : phrases.bracket(unit)}`;
  return `${who}${phrases.colon}${[...shown, ...rest].join(phrases.zh ? '、' : ', ')}`;
}

/** `1. 水利局 92 分：绿灯 10、黄灯 2、红灯 0`. */
export function unitItem(unit: UnitScore, place: number, phrases: Phrases): string {
  const { words, name, colon } = phrases;
  const lights = words.lightsOf(unit.green, unit.amber, unit.red);
  return `${place}. ${name(unit.name) ?? ''} ${words.score(String(unit.score))}${colon}${lights}`;
}

/** `一线总指挥 1（最长 12 天） · 职能部门 3（最长 9 天）`, from the top of the ladder; `each` false: the longest of all. */
export function rungCounts({ obstacles }: Digest, { words, language }: Phrases, each = true): string {
  const longest = (of: readonly WaitingObstacle[]) => Math.max(0, ...of.map(({ days }) => days));
  const rungs = [...RUNGS].reverse().flatMap((rung) => {
    const at = obstacles.filter((obstacle) => obstacle.rung === rung);
    return at.length === 0 ? [] : [words.atRung(RUNG_LABELS[rung][language], at.length, each ? longest(at) : 0)];
  });
  const most = longest(obstacles);
  return [...(each || most === 0 ? [] : [words.longest(most)]), ...rungs].join(' · ');
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
