// The load: a process of its own, which sends commands to a workspace at the moments that were intended, whatever becomes of
// them, and counts each from its intended moment: a program that stalls is charged for all that had to wait.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** p50 and p95 of milliseconds, and how many failed. */
export function summary(acks) {
  const sorted = acks.filter((ms) => ms !== null).sort((one, other) => one - other);
  return {
    count: acks.length,
    failed: acks.length - sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
  };
}

export const median = (numbers) =>
  percentile(
    [...numbers].sort((one, other) => one - other),
    0.5,
  );

/** Sends `perSecond` commands a second for `seconds`; `act` resolves with whether it was acknowledged. */
async function atRate(act, perSecond, seconds) {
  const acks = [];
  const pending = [];
  const began = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const intended = began + (number * 1000) / perSecond;
    const wait = intended - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(act().then((ok) => acks.push(ok ? performance.now() - intended : null)));
  }
  await Promise.all(pending);
  return summary(acks);
}

/** As many commands as are answered by `callers` at once, for `seconds`. */
async function saturate(act, callers, seconds) {
  const acks = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() - began < seconds * 1000) {
        const from = performance.now();
        acks.push((await act()) ? performance.now() - from : null);
      }
    }),
  );
  return { ...summary(acks), perSecond: (acks.length * 1000) / (performance.now() - began) };
}

/** A load process on a workspace of its own in that process: what it costs is not the measured program's loop. */
export async function openLoad() {
  const child = fork(fileURLToPath(import.meta.url), ['--load'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answers = new Map();
  let ids = 0;
  child.on('message', ({ id, answer }) => {
    answers.get(id)?.(answer);
    answers.delete(id);
  });
  const ask = (what) =>
    new Promise((resolve) => {
      ids += 1;
      answers.set(ids, resolve);
      child.send({ id: ids, ...what });
    });
  return {
    workspace: await ask({ do: 'open' }),
    atRate: (perSecond, seconds) => ask({ do: 'rate', perSecond, seconds }),
    saturate: (callers, seconds) => ask({ do: 'saturate', callers, seconds }),
    acknowledged: () => ask({ do: 'acknowledged' }),
    close: () => child.kill('SIGKILL'),
  };
}

if (process.argv[2] === '--load') {
  const { readPlan } = await import('../../dist/commands/load-plan.js');
  const { seedPlan } = await import('../../dist/plan/index.js');
  const { openSandbox } = await import('../../dist/commands/sandbox.js');
  const plan = await readPlan(seedPlan);
  const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T09:00:00+08:00' });
  // The lines that owners send: each about an open milestone of their own, with a note, so that every one is kept.
  const lines = plan.projects.flatMap((project) => {
    const milestone = project.milestones.at(-1);
    const unit = plan.units.find((each) => each.key === project.unit);
    return project.owner && milestone && unit?.channel
      ? [{ as: project.owner, channel: unit.channel, text: `/progress ${project.code} ${milestone.name} 50%` }]
      : [];
  });
  let sent = 0;
  let acknowledged = 0;
  const act = async () => {
    const line = lines[sent % lines.length];
    sent += 1;
    const { ok } = await sandbox.act({ do: 'command', ...line, text: `${line.text} 第${sent}次` });
    if (ok) acknowledged += 1;
    return ok;
  };
  process.on('message', async (asked) => {
    const work = {
      open: () => ({ url: sandbox.url, botToken: sandbox.botToken, appToken: sandbox.appToken }),
      rate: () => atRate(act, asked.perSecond, asked.seconds),
      saturate: () => saturate(act, asked.callers, asked.seconds),
      acknowledged: () => acknowledged,
    };
    process.send({ id: asked.id, answer: await work[asked.do]() });
  });
}
