// Every digest of a replay, and every version of it, against the oracle; and that none was left out.
import { after, closes, dayOf, instant } from './days.mjs';
import { checkDigest, openWorld } from './digest.mjs';
import { openHistory } from './history.mjs';

/**
 * Holds what the digests said against what the record says. `differ`: each difference with its digest; `days`: working
 * days on which a digest was due; `digests`, `versions`: how many were held against it.
 */
export function checkDigests(facts) {
  const { acts, messages, plan } = facts;
  const history = openHistory(facts);
  const world = openWorld(facts, history);
  const loadedAt = acts.find(({ action }) => action === 'load-plan').at;
  const posted = new Map();
  for (const act of acts)
    if (act.action === 'digest-posted') posted.set(`digest:${act.after.cadence}:${act.after.day}:${act.name}`, act);
  const differ = [];
  const days = new Set();
  let versions = 0;
  for (const [root, parts] of versionsOf(messages)) {
    const act = posted.get(root);
    if (!act) {
      differ.push(`${root}: it is not in the log`);
      continue;
    }
    const { day, cadence, scope, language, after: from } = act.after;
    days.add(day);
    for (const { at, lines } of parts) {
      versions += 1;
      const standingsOn = turnedOn(acts, at);
      const faults = checkDigest(world, {
        day,
        cadence,
        scope,
        language,
        known: at,
        from,
        parts: lines,
        loadedAt,
        standingsOn,
      });
      differ.push(...faults.map((fault) => `${root} (${scope.key ?? 'plan'}, ${language}) ${fault}`));
    }
  }
  for (const root of due(facts, posted)) if (!posted.has(root)) differ.push(`${root}: it was not posted`);
  return { days: days.size, digests: posted.size, versions, differ, plan: plan.key };
}

/** Each digest with its versions: how all of its messages read after each moment at which one came or changed. */
function versionsOf(messages) {
  const digests = new Map();
  for (const { subject, at, lines, what } of messages) {
    if (!subject?.startsWith('digest:') || what === 'deleted') continue;
    const [, cadence, day, id, part = ''] = subject.split(':');
    const root = `digest:${cadence}:${day}:${id}`;
    const versions = digests.get(root) ?? [];
    digests.set(root, versions);
    if (versions.at(-1)?.at !== at) versions.push({ at, lines: new Map(versions.at(-1)?.lines ?? []) });
    versions.at(-1).lines.set(part, lines);
  }
  return digests;
}

const turnedOn = (acts, at) =>
  acts.findLast((act) => act.at <= at && (act.action === 'standings-on' || act.action === 'standings-off'))?.action ===
  'standings-on';

/** The digests that had to come: each working day, to each channel that had subscribed by then. */
function due({ acts, begins, ends, plan }, posted) {
  const since = new Map();
  const until = new Map();
  for (const { name, after: said } of posted.values()) since.set(name, { ...said, at: begins });
  for (const act of acts) {
    if (act.action === 'digest-subscribed') since.set(act.name, { ...act.after, at: act.at });
    if (act.action === 'digest-unsubscribed') until.set(act.name, act.at);
  }
  const roots = [];
  for (let day = dayOf(begins); instant(day, plan.prompts.digest) <= ends; day = after(day))
    for (const [id, { cadence, at }] of since) {
      const moment = instant(day, plan.prompts.digest);
      if (closes(cadence, day) && at <= moment && moment < (until.get(id) ?? Number.MAX_VALUE))
        roots.push(`digest:${cadence}:${day}:${id}`);
    }
  return roots;
}
