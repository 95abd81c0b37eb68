// Every digest of a replay, and every version of it, against the oracle; and that none was left out.
import { after, closes, dayOf, instant } from './days.mjs';
import { checkDigest, openWorld } from './digest.mjs';
import { openHistory } from './history.mjs';

/**
 * Holds what the digests said against what the record says. `differ`: each difference with its digest; `days`: working
 * days on which a digest was due; `digests`, `versions`: how many were held against it.
 */
export function checkDigests(facts) {
  const { acts, messages, plan, digests } = facts;
  const history = openHistory(facts);
  const world = openWorld(facts, history);
  const loadedAt = acts.find(({ action }) => action === 'load-plan').at;
  const tops = topsOf(messages);
  const posted = new Map();
  const differ = [];
  const days = new Set();
  for (const line of digests) {
    const {
      slot: day,
      cadence,
      scope,
      language,
      subscription,
      version,
      at,
      knownAt: known,
      after: from,
      numbers,
    } = line;
    const root = `digest:${cadence}:${day}:${subscription}`;
    if (version === 0) posted.set(root, { ...line, name: subscription });
    days.add(day);
    const top = tops.get(`${root} ${at}`);
    if (!top) {
      differ.push(`${root}: version ${version} is in no message`);
      continue;
    }
    const faults = checkDigest(world, { day, cadence, scope, language, known, from, numbers, top, loadedAt });
    differ.push(...faults.map((fault) => `${root} (${scope.key ?? 'plan'}, ${language}) ${fault}`));
  }
  for (const root of due(facts, posted)) if (!posted.has(root)) differ.push(`${root}: it was not posted`);
  for (const root of posted.keys()) if (!due(facts, posted).includes(root)) differ.push(`${root}: it was not due`);
  return { days: days.size, digests: posted.size, versions: digests.length, differ, plan: plan.key };
}

/** How the top of each digest read after each moment at which it came or changed. */
function topsOf(messages) {
  const tops = new Map();
  for (const { subject, at, lines, what } of messages) {
    if (!subject?.startsWith('digest:') || what === 'deleted' || subject.split(':').length > 4) continue;
    tops.set(
      `${subject} ${at}`,
      lines.flatMap((line) => line.split('\n')),
    );
  }
  return tops;
}

/** The digests that had to come: each working day, to each channel that had subscribed by then. */
function due({ acts, begins, ends, plan }, posted) {
  const since = new Map();
  const until = new Map();
  for (const { name, cadence, channelId, scope } of posted.values())
    since.set(name, { cadence, channelId, scope, at: begins });
  for (const act of acts) {
    if (act.action === 'digest-subscribed') since.set(act.name, { ...act.after, at: act.at });
    if (act.action === 'digest-unsubscribed') until.set(act.name, act.at);
  }
  const roots = [];
  for (let day = dayOf(begins); instant(day, plan.prompts.digest) <= ends; day = after(day)) {
    const moment = instant(day, plan.prompts.digest);
    const coming = [...since].filter(
      ([id, { cadence, at }]) => closes(cadence, day) && at <= moment && moment < (until.get(id) ?? Number.MAX_VALUE),
    );
    for (const [id, { cadence, channelId, scope }] of coming) {
      // One message an evening in a channel: the longest of those about the same.
      const longer = coming.some(
        ([, other]) =>
          other.channelId === channelId &&
          JSON.stringify(other.scope) === JSON.stringify(scope) &&
          LONGER[other.cadence] > LONGER[cadence],
      );
      if (!longer) roots.push(`digest:${cadence}:${day}:${id}`);
    }
  }
  return roots;
}

const LONGER = { daily: 0, weekly: 1, 'half-monthly': 2, monthly: 3 };
