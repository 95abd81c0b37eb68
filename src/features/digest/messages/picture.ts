import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import type { Picture } from '../../../message.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';

/** Around the picture. */
export const words = {
  chartTitle: { zh: (day: string) => `目标与关口 · ${day}`, en: (day: string) => `Goals and gates · ${day}` },
  chartLegend: {
    zh: '右端是目标，竖线是关口，粗线是最近的关口',
    en: 'Right end: the target. Lines: gates; the thick one is next',
  },
} as const satisfies Catalogue;

/** The goals against their gates as a picture, with the same in words for who cannot see it; null without goals. */
export function goalsPicture(digest: Digest, before: number, phrases: Phrases): Picture | null {
  const own = inLanguage(words, phrases.language);
  const { zh, language } = phrases;
  // Money of a part of the plan has no target to be drawn against.
  const goals = digest.goals.filter(({ goal, whole }) => whole || goal.rule.by !== 'figures');
  if (goals.length === 0) return null;
  const title = own.chartTitle(phrases.day(digest.day));
  const bars = goals.map((goal) => barOf(goal, phrases));
  const said = bars.map(({ name, value, says }) =>
    [`${name} ${value}`, ...(says === '' ? [] : [says])].join(zh ? '，' : ', '),
  );
  return {
    chart: {
      kind: 'goals',
      title,
      about: clip(plain(phrases.about(digest)), zh ? 32 : 56),
      bars,
      legend: own.chartLegend,
    },
    alt: clip(`${title}${phrases.colon}${said.join(zh ? '；' : '; ')}`, 1900),
    name: `${language === 'zh' ? '目标与关口' : 'goals'}-${digest.day}`,
    before,
  };
}

function barOf(digestGoal: JudgedGoal, phrases: Phrases) {
  const { goal, state, whole } = digestGoal;
  const next = state.nextGate ?? state.gates.at(-1) ?? null;
  // Of a part of the plan there is no target: its bar is filled by what counts of all that could.
  const full = whole || goal.measure === 'share' ? state.target : state.counted.length + state.notCounted.length;
  const share = (of: number): number => (full === 0 ? 0 : (of * 100) / full);
  return {
    name: clip(goal.name[phrases.language], phrases.zh ? 24 : 48),
    value: plain(phrases.goalValue(digestGoal)),
    percent: share(state.shown),
    gates: state.gates.map((gate) => ({ percent: share(gate.needed), next: gate === next })),
    held: next?.held ?? null,
    says: next === null ? '' : plain(phrases.gate(goal, next)),
  };
}

/** A picture has no marks to escape. */
const plain = (mrkdwn: string): string => unescapeText(mrkdwn.replaceAll('*', '').replaceAll('\u200b', ''));
