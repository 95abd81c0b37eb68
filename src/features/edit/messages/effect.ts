import { dayWords } from '../../../domain/day-words.js';
import type { GateState } from '../../../domain/gate.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { GoalMoved } from '../../../domain/goals-moved.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import type { LedgerProjectRow } from '../../../store/ledger-projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { fitsRow } from '../../../text/row.js';
import { ids, type WithReason } from '../ids.js';
import type { ChangeEffect } from '../model.js';
import { reasonShown } from './parts.js';
import { phrases } from './phrases.js';

export const words = {
  because: phrases.because,
  withdraw: {
    zh: (project: string) => `${project}退出，影响：`,
    en: (project: string) => `${project} leaves. Effects:`,
  },
  recategorise: {
    zh: (project: string, to: string) => `${project}改为${to}，影响：`,
    en: (project: string, to: string) => `${project} becomes ${to}. Effects:`,
  },
  pause: {
    zh: (project: string, until: string) => `${project}暂停到${until}，影响：`,
    en: (project: string, until: string) => `${project} pauses until ${until}. Effects:`,
  },
  gate: {
    zh: (on: string, needed: string, missing: string) => `${on}要${needed}：${missing}`,
    en: (on: string, needed: string, missing: string) => `${on} ${needed}: ${missing}`,
  },
  stillMissing: { zh: (count: string) => `仍差${count}`, en: (count: string) => `still ${count} to go` },
  missing: { zh: (count: string) => `差${count}`, en: (count: string) => `${count} to go` },
  held: { zh: '够了', en: 'reached' },
  ending: {
    zh: (count: number) => `${count}个未销号卡点一并结`,
    en: (count: number) => (count === 1 ? '1 open obstacle ends with it' : `${count} open obstacles end with it`),
  },
  obstacles: {
    zh: (count: number) => `${count}个卡点未销号，仍要办结`,
    en: (count: number) => (count === 1 ? '1 obstacle stays open' : `${count} obstacles stay open`),
  },
  unasked: {
    zh: (who: string, count: number) => `${who}不再被问${count}个节点`,
    en: (who: string, count: number) => `${who}: ${count} ${count === 1 ? 'milestone' : 'milestones'} asked no more`,
  },
  unaskedSeveral: {
    zh: (count: number) => `不再问${count}个节点`,
    en: (count: number) => `${count} ${count === 1 ? 'milestone' : 'milestones'} asked no more`,
  },
  none: { zh: '目标的数不变', en: 'No goal moves' },
  confirm: {
    zh: { withdraw: '确认退出', recategorise: '确认改类', pause: '确认暂停' },
    en: { withdraw: 'Confirm', recategorise: 'Confirm', pause: 'Confirm' },
  },
  keep: {
    zh: { withdraw: '不退出', recategorise: '不改', pause: '不暂停' },
    en: { withdraw: 'Keep it', recategorise: 'Keep it', pause: 'Keep it' },
  },
  kept: { zh: (code: string) => `没有改：${code}`, en: (code: string) => `Not changed: ${code}` },
} as const satisfies Phrases;

/** What is asked to be confirmed: which project, as what, and why. */
export type Asked = {
  readonly project: LedgerProjectRow;
  readonly act: WithReason;
  readonly reason: string;
  /** Its new category by its key, and as people call it. */
  readonly category: { readonly key: string; readonly name: string } | null;
  readonly until: Parameters<typeof dayWords>[0] | null;
};

/** What a change would do, before it is made: a second press makes it. */
export function effectMessage(asked: Asked, effect: ChangeEffect, language: Language, year: number): Message {
  const say = inLanguage(words, language);
  const { project, act, reason, category, until } = asked;
  const called = `${project.code} ${escapeText(clip(project.fields.name, 12))}`;
  const title = {
    withdraw: () => say.withdraw(called),
    recategorise: () => say.recategorise(called, escapeText(category?.name ?? '')),
    pause: () => say.pause(called, until === null ? '' : dayWords(until, language, year)),
  }[act]();
  const { obstacles, unasked, owner } = effect;
  const who = owner && escapeText(owner[language]);
  const lines = [
    ...effect.goals.flatMap((each) => goalLines(each, language, year)),
    ...(effect.goals.length === 0 ? [say.none] : []),
    ...(obstacles === 0 ? [] : [act === 'withdraw' ? say.ending(obstacles) : say.obstacles(obstacles)]),
    ...(unasked === 0 ? [] : [who === null ? say.unaskedSeveral(unasked) : say.unasked(who, unasked)]),
    say.because(reasonShown(reason)),
  ];
  const value = {
    project: project.id,
    version: project.version,
    act,
    reason,
    category: category?.key ?? null,
    until,
  };
  return {
    text: [title, ...lines.slice(0, 3)].join(' '),
    blocks: [
      section([`*${title}*`, ...lines].join('\n')),
      actions(
        button(ids.change, value, say.confirm[act], act === 'withdraw' ? 'danger' : undefined),
        button(ids.keep, { project: project.id }, say.keep[act]),
      ),
    ],
  };
}

/** `项目开工率35/60→35/59`, and under it the share with what its next gate lacks. */
function goalLines({ goal, before, after }: GoalMoved, language: Language, year: number): readonly string[] {
  const say = inLanguage(words, language);
  const { quantity } = goalWords(language, year);
  const zh = language === 'zh';
  const share = before.value.of === 'share' && after.value.of === 'share';
  const value = ({ value: of, shown }: GoalMoved['before']) =>
    of.of === 'share' ? `${of.reached}/${of.outOf}` : quantity(goal.measure, shown);
  const arrow = (from: string, to: string) => (zh ? `${from}→${to}` : `${from} → ${to}`);
  const name = escapeText(clip(goal.name[language], zh ? 10 : 24));
  const gate = after.nextGate;
  const was = before.gates.find(({ on }) => on === gate?.on);
  const second = [
    ...(share ? [arrow(`${before.shown}%`, `${after.shown}%`)] : []),
    ...(gate && was ? [gateWords(gate, was)] : []),
  ];
  const first = `${name}${zh ? '' : ' '}${arrow(value(before), value(after))}`;
  const joined = second.join(zh ? '，' : '; ');
  return [first, ...(fitsRow(joined, language) ? (joined === '' ? [] : [joined]) : second)];

  function gateWords(to: GateState, from: GateState): string {
    const measure = goal.measure === 'share' ? 'projects' : goal.measure;
    const lacks = ({ missing }: GateState) =>
      missing === 0 ? say.held : say.missing(quantity(measure, missing, 'up'));
    const same = to.missing === from.missing;
    const lack = same && to.missing > 0 ? say.stillMissing(quantity(measure, to.missing, 'up')) : lacks(to);
    const needed = quantity(goal.measure, to.needed, 'up');
    return say.gate(dayWords(to.on, language, year), needed, same ? lack : arrow(lacks(from), lacks(to)));
  }
}

/** In the place of the question: everything is as it was. */
export const keptAsItIs = (code: string, language: Language): Message => plain(inLanguage(words, language).kept(code));
