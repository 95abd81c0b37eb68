import type { Digest } from '../../../domain/digest/compute.js';
import type { DueFact, UnitFacts } from '../../../domain/digest/unit-facts.js';
import { escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { shortName, stepName } from './rows.js';

/** What a unit had due and did: facts, each without which it is left out. */
export const words = {
  due: {
    zh: (due: number, done: number) => `到期${due}完成${done}`,
    en: (due: number, done: number) => `due ${due}, done ${done}`,
  },
  starts: {
    zh: (planned: number, started: number) => `应开${planned}已开${started}`,
    en: (planned: number, started: number) => `to start ${planned}, started ${started}`,
  },
  obstacles: {
    zh: (received: number, inTime: number) => `卡点收${received}按时${inTime}`,
    en: (received: number, inTime: number) => `obstacles ${received}, in time ${inTime}`,
  },
  overdue: { zh: (count: number) => `超期${count}`, en: (count: number) => `overdue ${count}` },
  dueOn: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  start: { zh: '开工', en: 'start' },
  received: { zh: '收', en: 'received' },
  closedInTime: { zh: '按时办结', en: 'cleared in time' },
  past: { zh: '超期', en: 'overdue' },
  numbered: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `obstacle ${number}` },
} as const satisfies Catalogue;

const reached = (facts: readonly DueFact[]): number => facts.filter((each) => each.reached).length;

/** `经济开发区`, then `到期9完成7；应开4已开3` and `卡点收5按时办结4；超期1`. */
export function unitItem(unit: UnitFacts, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { due, starts, received, closedInTime, overdue } = unit;
  const steps = [
    ...(due.length === 0 ? [] : [own.due(due.length, reached(due))]),
    ...(starts.length === 0 ? [] : [own.starts(starts.length, reached(starts))]),
  ];
  const obstacles = [
    ...(received.length + closedInTime.length === 0 ? [] : [own.obstacles(received.length, closedInTime.length)]),
    ...(overdue.length === 0 ? [] : [own.overdue(overdue.length)]),
  ];
  const rows = [steps, obstacles].filter(({ length }) => length > 0).map((row) => row.join(phrases.zh ? '；' : '; '));
  return [`*${escapeText(phrases.name(unit.name) ?? '')}*`, ...rows].join('\n');
}

/** What is behind a unit's numbers, an item each. */
export function unitFactItems(unit: UnitFacts, digest: Digest, phrases: Phrases): readonly string[] {
  const own = inLanguage(words, phrases.language);
  const { day, language, zh } = phrases;
  const line = ({ project, milestone, due, reached }: DueFact): string => {
    const step = milestone === null ? own.start : stepName(milestone, language);
    return escapeText(
      `${reached ? '✓' : '✗'} ${shortName(project)} · ${step}${zh ? '，' : ', '}${own.dueOn(day(due))}`,
    );
  };
  const named = (what: string, numbers: readonly number[]): readonly string[] =>
    numbers.map((number) => {
      const open = digest.obstacles.find((each) => each.number === number);
      const about = open === undefined ? '' : ` ${open.code}`;
      return escapeText(`${what} · ${own.numbered(number)}${about}`);
    });
  const section = (heading: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`*${heading}*`, ...items];
  const { due, starts, received, closedInTime, overdue } = unit;
  return [
    ...section(own.due(due.length, reached(due)), due.map(line)),
    ...section(own.starts(starts.length, reached(starts)), starts.map(line)),
    ...section(own.obstacles(received.length, closedInTime.length), [
      ...named(own.received, received),
      ...named(own.closedInTime, closedInTime),
    ]),
    ...section(own.overdue(overdue.length), named(own.past, overdue)),
  ];
}
