import type { Digest } from '../../../domain/digest/compute.js';
import type { WaitingObstacle } from '../../../domain/digest/obstacles.js';
import type { Rung } from '../../../domain/plan.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, type Row, row } from './rows.js';

/** What obstacles there are, and whom they wait on. */
export const words = {
  obstacles: { zh: '卡点', en: 'Obstacles' },
  waits: { zh: (who: string) => `等${who}`, en: (who: string) => who },
  fresh: { zh: (count: number) => `（新${count}）`, en: (count: number) => ` (+${count})` },
  /** Of all who wait, where there is no room to say it of each. */
  freshInAll: { zh: (count: number) => `，其中新${count}`, en: (count: number) => `; +${count}` },
  pending: { zh: (count: number) => `延期待定${count}`, en: (count: number) => `${count} dates undecided` },
  oldObstacles: {
    zh: (old: number, days: number, number: number, rung: Rung) =>
      `满10天${old}个，最久${days}天（${number}号，${RUNGS_ZH[rung]}）`,
    en: (old: number, days: number, number: number, rung: Rung) =>
      `${old} for 10+ days; no. ${number} (${rung}) for ${days}`,
  },
  flagged: {
    zh: (flagged: number, closed: number) => [flagged > 0 ? `新增${flagged}` : '', closed > 0 ? `销号${closed}` : ''],
    en: (flagged: number, closed: number) => [
      flagged > 0 ? `${flagged} new` : '',
      closed > 0 ? `${closed} closed` : '',
    ],
  },
} as const satisfies Catalogue;

const RUNGS_ZH: Readonly<Record<Rung, string>> = {
  unit: '单位',
  department: '部门',
  sponsor: '包保领导',
  commander: '总指挥',
};
const OLD_OBSTACLE = 10;

/** Those on whom an obstacle waits in this channel: a unit's own, a sponsor's, or the leaders from the top down. */
export function waitingGroups({ obstacles, scope, scopeName, after }: Digest, phrases: Phrases) {
  const yours = obstacles.filter(({ yours: theirs }) => theirs);
  const group = (who: string, rung: Rung | null, of: readonly WaitingObstacle[]) => ({
    who,
    rung,
    of,
    fresh: of.filter(({ since }) => since > after).length,
  });
  const { zh } = phrases;
  if (scope.of === 'unit' || scope.of === 'sponsor') {
    const own = phrases.name(scopeName, zh ? 8 : 20) ?? '';
    return yours.length === 0 ? [] : [group(own, null, yours)];
  }
  const rungs = [
    ['commander', zh ? '总指挥' : 'commander'],
    ['sponsor', zh ? '包保领导' : 'sponsors'],
  ] as const;
  return rungs.flatMap(([rung, who]) => {
    const of = yours.filter((each) => each.rung === rung);
    return of.length === 0 ? [] : [group(who, rung, of)];
  });
}

/** `卡点11：等总指挥1、包保领导3（新1）`. */
export function obstacleRow(digest: Digest, phrases: Phrases, differences = false): Row | null {
  const own = inLanguage(words, phrases.language);
  const { zh, colon } = phrases;
  const count = digest.obstacles.length;
  const was = digest.was?.obstacles ?? count;
  if (count === 0 && (!differences || was === 0)) return null;
  const shown = differences && was !== count ? `${was}→${count}` : String(count);
  const lead = zh ? `${own.obstacles}${shown}` : `${own.obstacles} ${shown}`;
  const ways = differences ? [stepsOf(digest, phrases)] : waitingWays(digest, phrases);
  const pending = digest.pending > 0 && !differences ? own.pending(digest.pending) : null;
  const rests = ways.map((parts) => (parts === '' ? '' : `${colon}${parts}`));
  const [whole = ''] = rests;
  const more = pending === null ? [] : [`${whole}${whole === '' ? colon : zh ? '，' : ', '}${pending}`];
  return firstThatFits(
    [...more, ...rests].map((rest) => row(lead, rest)),
    phrases.language,
  );
}

/** Whom obstacles wait on, in so many words as there is room for: sponsors in two characters, then what is new in one number. */
function waitingWays(digest: Digest, phrases: Phrases): readonly string[] {
  const own = inLanguage(words, phrases.language);
  const { zh } = phrases;
  const groups = waitingGroups(digest, phrases);
  const say = (news: 'each' | 'in-all' | 'none', name: (who: string, rung: Rung | null) => string) => {
    const said = groups.map(({ who, rung, of, fresh }) => {
      const waits = zh ? `${name(who, rung)}${of.length}` : `${who} ${of.length}`;
      return `${waits}${fresh === 0 || news !== 'each' ? '' : own.fresh(fresh)}`;
    });
    const inAll = groups.reduce((sum, { fresh }) => sum + fresh, 0);
    const rest = news === 'in-all' && inAll > 0 ? own.freshInAll(inAll) : '';
    return said.length === 0 ? '' : `${zh ? '等' : ''}${said.join(zh ? '、' : ', ')}${rest}`;
  };
  const short = (who: string, rung: Rung | null) => (rung === 'sponsor' ? '包保' : who);
  return [say('each', (who) => who), say('each', short), say('in-all', short), say('none', short)];
}

/** What was flagged and closed in a period: of a unit others' obstacles come and go, so there only what is counts. */
function stepsOf({ steps, scope }: Digest, phrases: Phrases): string {
  if (scope.of === 'unit') return '';
  const count = (kind: 'flagged' | 'closed') => steps.filter((each) => each.kind === kind).length;
  const own = inLanguage(words, phrases.language);
  return own
    .flagged(count('flagged'), count('closed'))
    .filter(Boolean)
    .join(phrases.zh ? '，' : ', ');
}

/** In a period: who is waited on, and for how long. */
export function waitingRow(digest: Digest, phrases: Phrases): Row | null {
  const ways = waitingWays(digest, phrases);
  if (ways[0] === '') return null;
  return firstThatFits(
    ways.map((said) => (phrases.zh ? row(said) : row('Waiting', `: ${said}`))),
    phrases.language,
  );
}

/** On the first working day of a week: the obstacles that have been open for long. */
export function oldObstaclesRow({ obstacles }: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  const old = obstacles.filter(({ days }) => days + 1 >= OLD_OBSTACLE);
  const [oldest] = [...old].sort((one, other) => other.days - one.days || one.number - other.number);
  return oldest === undefined
    ? null
    : row('', own.oldObstacles(old.length, oldest.days + 1, oldest.number, oldest.rung));
}
