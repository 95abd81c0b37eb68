// Acknowledgements and throughput of the bot beside the floor, in the same run, each with a workspace of its own.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '../../dist/commands/load-plan.js';
import { seedPlan } from '../../dist/commands/running.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { atRate, saturate } from './load.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const programs = { floor: here('./floor.mjs'), gongjian: here('./bot.mjs') };

async function startBot(which, sandbox, folder, databaseUrl) {
  const child = fork(programs[which], [], {
    silent: true,
    env: {
      ...process.env,
      SLACK_API_URL: `${sandbox.url}/api/`,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      GONGJIAN_CLOCK: sandbox.url,
      GONGJIAN_DATA: folder,
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'error',
    },
  });
  child.stderr.pipe(process.stderr);
  const began = performance.now();
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => String(data).includes('"ready":true') && resolve());
    child.on('exit', (code) => reject(new Error(`${which} ended with ${code} before it was ready`)));
  });
  return { child, startMs: performance.now() - began };
}

const ask = (child, question) =>
  new Promise((resolve) => {
    child.once('message', resolve);
    child.send(question);
  });

/** The lines that owners send: each about an open milestone of their own, with a note, so that every one is kept. */
function commandLines(plan) {
  return plan.projects.flatMap((project) => {
    const milestone = project.milestones.at(-1);
    const unit = plan.units.find((each) => each.key === project.unit);
    return project.owner && milestone && unit?.channel
      ? [{ as: project.owner, channel: unit.channel, text: `/progress ${project.code} ${milestone.name} 50%` }]
      : [];
  });
}

/** Measures one of the two programs. */
export async function measureCommands(which, { databaseUrl, seconds }) {
  const plan = await readPlan(seedPlan);
  const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T09:00:00+08:00' });
  const folder = await mkdtemp(join(tmpdir(), `bench-${which}-`));
  const { child, startMs } = await startBot(which, sandbox, folder, databaseUrl);
  const lines = commandLines(plan);
  let sent = 0;
  const command = async () => {
    const line = lines[sent % lines.length];
    sent += 1;
    const { ok, ackMs } = await sandbox.act({ do: 'command', ...line, text: `${line.text} 第${sent}次` });
    return ok ? ackMs : null;
  };
  const kept = async () => (which === 'gongjian' ? (await ask(child, 'kept')).kept : sent);
  try {
    await atRate(command, 20, 2);
    const slow = await atRate(command, 20, seconds);
    const fast = await atRate(command, 200, seconds);
    const before = await kept();
    const began = performance.now();
    const most = await saturate(command, 64, seconds);
    while (which === 'gongjian' && (await kept()) < sent) await new Promise((resolve) => setTimeout(resolve, 50));
    const keptPerSecond = ((await kept()) - before) / ((performance.now() - began) / 1000);
    const memory = await ask(child, 'memory');
    return { which, startMs, slow, fast, most, keptPerSecond, rssMb: memory.rss / 1e6 };
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}
