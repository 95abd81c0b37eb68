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

/** One of the two programs beside a workspace; `command` sends the next line, and answers when it was acknowledged, in ms. */
async function openProgram(which, databaseUrl) {
  const plan = await readPlan(seedPlan);
  const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T09:00:00+08:00' });
  const folder = await mkdtemp(join(tmpdir(), `bench-${which}-`));
  const { child, startMs } = await startBot(which, sandbox, folder, databaseUrl);
  const lines = commandLines(plan);
  const program = { child, startMs, sent: 0 };
  program.command = async () => {
    const line = lines[program.sent % lines.length];
    program.sent += 1;
    const { ok, ackMs } = await sandbox.act({ do: 'command', ...line, text: `${line.text} 第${program.sent}次` });
    return ok ? ackMs : null;
  };
  program.close = async () => {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  };
  return program;
}

/** Acknowledgements, throughput, memory and start of one of the two programs. */
export async function measureCommands(which, { databaseUrl, seconds }) {
  const program = await openProgram(which, databaseUrl);
  const { child, command, startMs } = program;
  const kept = async () => (which === 'gongjian' ? (await ask(child, 'kept')).kept : program.sent);
  try {
    await atRate(command, 20, 2);
    const slow = await atRate(command, 20, seconds);
    const fast = await atRate(command, 200, seconds);
    const before = await kept();
    const began = performance.now();
    const most = await saturate(command, 64, seconds);
    while (which === 'gongjian' && (await kept()) < program.sent)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const keptPerSecond = ((await kept()) - before) / ((performance.now() - began) / 1000);
    const memory = await ask(child, 'memory');
    return { which, startMs, slow, fast, most, keptPerSecond, rssMb: memory.rss / 1e6 };
  } finally {
    await program.close();
  }
}

/** Acknowledgements at 20/s without, and with, charts drawn and spreadsheets read all the while in the same process. */
export async function measureDrawing(which, { databaseUrl, seconds }) {
  const program = await openProgram(which, databaseUrl);
  const { child, command } = program;
  try {
    await atRate(command, 20, 2);
    const without = await atRate(command, 20, seconds);
    await ask(child, 'draw');
    await atRate(command, 20, 2);
    const during = await atRate(command, 20, seconds);
    const { drawn } = await ask(child, 'rest');
    return { which, without, during, drawn };
  } finally {
    await program.close();
  }
}
