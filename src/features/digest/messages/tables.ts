import type { DataTableBlock } from '@slack/types';
import type { Digest } from '../../../domain/digest/compute.js';
import type { WaitingObstacle } from '../../../domain/digest/obstacles.js';
import { dataTable } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { redDays } from './count-rows.js';
import { projectOf, recipientOf } from './items.js';
import type { Phrases } from './phrases.js';
import { shortName, stepName } from './rows.js';

/** Lists without anything to press, as tables that sort; the rows of thread.ts say the same where Slack has no tables. */
export const words = {
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '单位', en: 'Unit' },
  days: { zh: '天数', en: 'Days' },
  why: { zh: '原因', en: 'Why' },
  number: { zh: '编号', en: 'No.' },
  obstacle: { zh: '卡点', en: 'Obstacle' },
  recipient: { zh: '在谁', en: 'With' },
  flags: { zh: '标记', en: 'Marks' },
  overdue: { zh: '超期', en: 'overdue' },
  urgent: { zh: '急', en: 'urgent' },
  milestone: { zh: '节点', en: 'Milestone' },
  since: { zh: '问起', en: 'Asked since' },
  reds: { zh: '红灯项目', en: 'Red projects' },
  due: { zh: '到期', en: 'Due' },
  done: { zh: '完成', en: 'Done' },
  toStart: { zh: '应开', en: 'To start' },
  started: { zh: '已开', en: 'Started' },
  received: { zh: '收卡点', en: 'Obstacles' },
  inTime: { zh: '按时办结', en: 'In time' },
  unreported: { zh: '未上报的节点', en: 'Milestones not reported' },
} as const satisfies Catalogue;

/** Red projects with the days that they have been so; the days are left out where they are not known. */
export function redsTable(digest: Digest, phrases: Phrases): DataTableBlock | null {
  const own = inLanguage(words, phrases.language);
  const aged = digest.redSince !== null;
  const rows = digest.red.map((each) => [
    shortName(each.project),
    phrases.name(each.project.unitName) ?? '',
    ...(aged ? [redDays(digest, each.project.id) ?? ''] : []),
    clip(phrases.shortReason(each), 100),
  ]);
  return dataTable(own.reds, [own.project, own.unit, ...(aged ? [own.days] : []), own.why], rows);
}

/** Open obstacles that wait on nobody who reads this. */
export function obstaclesTable(
  caption: string,
  obstacles: readonly WaitingObstacle[],
  digest: Digest,
  phrases: Phrases,
): DataTableBlock | null {
  const own = inLanguage(words, phrases.language);
  const rows = obstacles.map((each) => {
    const lit = projectOf(digest, each.projectId);
    const marks = [...(each.overdue ? [own.overdue] : []), ...(each.urgent ? [own.urgent] : [])];
    return [
      each.number,
      lit === null ? each.code : shortName(lit.project),
      clip(each.text.replace(/\s+/g, ' '), 60),
      recipientOf(each, phrases),
      each.days + 1,
      phrases.list(marks),
    ];
  });
  return dataTable(caption, [own.number, own.project, own.obstacle, own.recipient, own.days, own.flags], rows);
}

/** What nobody answered for, a row a milestone. No person is named in a channel. */
export function unreportedTable(digest: Digest, phrases: Phrases): DataTableBlock | null {
  const own = inLanguage(words, phrases.language);
  const rows = digest.unreported.flatMap(({ project, items }) =>
    items.map((item) => [
      shortName(project),
      phrases.name(project.unitName) ?? '',
      stepName(item.milestone, phrases.language),
      phrases.day(item.since),
    ]),
  );
  return dataTable(own.unreported, [own.project, own.unit, own.milestone, own.since], rows);
}

/** What each unit had due and did; a number without a fact behind it is left out. */
export function unitsTable(digest: Digest, phrases: Phrases): DataTableBlock | null {
  const own = inLanguage(words, phrases.language);
  const reached = (facts: readonly { readonly reached: boolean }[]) =>
    facts.length === 0 ? ['', ''] : [facts.length, facts.filter((each) => each.reached).length];
  const counted = (numbers: readonly number[]) => (numbers.length === 0 ? '' : numbers.length);
  const rows = digest.units.map(({ name, due, starts, received, closedInTime, overdue }) => [
    phrases.name(name) ?? '',
    ...reached(due),
    ...reached(starts),
    counted(received),
    counted(closedInTime),
    counted(overdue),
  ]);
  const heads = [own.unit, own.due, own.done, own.toStart, own.started, own.received, own.inTime, own.overdue];
  return dataTable(phrases.shared.units, heads, rows);
}
