import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import type { Judgement } from '../../../domain/digest/judgement.js';
import type { GateHold } from '../../../domain/gate.js';
import type { Native, Picture } from '../../../message.js';
import { barChart } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { haveWords, outcome } from './goal-values.js';
import type { Phrases } from './phrases.js';

/** Around the picture. */
export const words = {
  chartTitle: { zh: (day: string) => `目标与关口 · ${day}`, en: (day: string) => `Goals and gates · ${day}` },
  done: { zh: '完成', en: 'Reached' },
  nextGate: { zh: '最近的关口', en: 'Next gate' },
  ofTarget: { zh: '占目标的百分比', en: 'Percent of the target' },
  chartLegend: {
    zh: '右端是目标，竖线是关口，粗线是最近的关口',
    en: 'Right end: the target. Lines: gates; the thick one is next',
  },
} as const satisfies Catalogue;

/** The goals against their gates as a picture, with the same in words for who cannot see it; null without goals. */
export function goalsPicture(digest: Digest, before: number, phrases: Phrases): Picture | null {
  const own = inLanguage(words, phrases.language);
  const { zh, language } = phrases;
  const goals = drawn(digest);
  if (goals.length === 0) return null;
  const title = own.chartTitle(phrases.day(digest.day));
  const bars = goals.map((goal) => barOf(goal, phrases));
  const said = bars.map(({ name, value, says }) =>
    [`${name} ${value}`.trimEnd(), ...(says === '' ? [] : [says])].join(zh ? '，' : ', '),
  );
  return {
    chart: {
      kind: 'goals',
      title,
      about: phrases.about(digest),
      bars,
      legend: own.chartLegend,
    },
    alt: clip(`${title}${phrases.colon}${said.join(zh ? '；' : '; ')}`, 1900),
    name: `${language === 'zh' ? '目标与关口' : 'goals'}-${digest.day}`,
    before,
  };
}

/** The same as a chart that Slack draws: of each goal what is reached and what its next gate asks, as shares of the target. */
export function goalsChart(digest: Digest, before: number, phrases: Phrases): Native | null {
  const own = inLanguage(words, phrases.language);
  // What nobody entered is nothing, and no bar of the height 0.
  const entered = drawn(digest).filter(({ judgement }) => judgement !== 'not-entered');
  const bars = entered.map((goal) => {
    const { name, percent, gates } = barOf(goal, phrases);
    return { label: name, values: [tenths(percent), tenths(gates.find(({ next }) => next)?.percent ?? 0)] };
  });
  const block = barChart(own.chartTitle(phrases.day(digest.day)), own.ofTarget, [own.done, own.nextGate], bars);
  return block === null ? null : { block, before, instead: 0 };
}

/** What is reached is never rounded up. */
const tenths = (percent: number): number => Math.floor(percent * 10) / 10;

// Money of a part of the plan has no target to be drawn against.
const drawn = ({ goals }: Digest): readonly JudgedGoal[] =>
  goals.filter(({ goal, whole }) => whole || goal.rule.by !== 'figures');

function barOf(digestGoal: JudgedGoal, phrases: Phrases) {
  const { goal, state, whole } = digestGoal;
  const entered = digestGoal.judgement !== 'not-entered';
  const next = state.nextGate ?? state.gates.at(-1) ?? null;
  // Of a part of the plan there is no target: its bar is filled by what counts of all that could.
  const full = whole || goal.measure === 'share' ? state.target : state.counted.length + state.notCounted.length;
  const share = (of: number): number => (full === 0 ? 0 : (of * 100) / full);
  return {
    name: clip(goal.name[phrases.language], phrases.zh ? 24 : 48),
    value: entered ? haveWords(digestGoal, null, phrases) : '',
    percent: share(state.shown),
    gates: state.gates.map((gate) => ({ percent: share(gate.needed), next: gate === next })),
    held: HELD[digestGoal.judgement],
    says: next === null ? '' : `${phrases.day(next.on)}${phrases.colon}${outcome(digestGoal, phrases)}`,
  };
}

/** The bar has the colour of the one judgement. */
const HELD: Readonly<Record<Judgement, GateHold | null>> = {
  pass: 'ahead',
  passed: 'reached',
  miss: 'behind',
  missed: 'missed',
  today: null,
  'no-forecast': null,
  'not-entered': null,
  none: null,
};
