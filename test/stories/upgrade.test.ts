import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../../src/commands/load-plan.js';
import { openSandbox } from '../../src/commands/sandbox.js';
import { seedPlan } from '../../src/plan/index.js';
import { buildOf, hasCommit } from '../support/old-build.js';

type Screen = {
  readonly channels: readonly {
    readonly messages: readonly { readonly ephemeral: boolean; readonly lines: readonly string[] }[];
  }[];
};

const OLD = '7a3cba1';
const today = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const server = process.env.DATABASE_URL ?? '';

/** Asked for by UPGRADE=1: it builds the old program, which takes a minute. */
const asked = process.env.UPGRADE !== undefined;

describe.runIf(asked && server !== '' && hasCommit(OLD))(
  'a rolling upgrade, with the version of an earlier commit',
  () => {
    let old: string;
    const database = `gongjian_upgrade_${randomBytes(6).toString('hex')}`;
    const children: ChildProcess[] = [];

    async function administer(statement: string, url = server) {
      const client = new pg.Client(url);
      await client.connect();
      return client.query(statement).finally(() => client.end());
    }
    const address = () => {
      const url = new URL(server);
      url.pathname = `/${database}`;
      return url.href;
    };
    beforeAll(async () => {
      old = await buildOf(OLD);
      await administer(`CREATE DATABASE ${database}`);
    }, 180_000);
    afterAll(async () => {
      for (const child of children) child.kill('SIGKILL');
      await administer(`DROP DATABASE ${database} WITH (FORCE)`);
    });

    test('the old replica goes on beside the new one, and nothing that either acknowledged is lost or said twice', {
      timeout: 240_000,
    }, async () => {
      const plan = await readPlan(seedPlan);
      const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T09:30:00+08:00' });
      const start = (main: string) =>
        new Promise<ChildProcess>((resolve, reject) => {
          const child = spawn(process.execPath, [main, 'start'], {
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
              PATH: process.env.PATH ?? '',
              SLACK_API_URL: `${sandbox.url}/api/`,
              SLACK_BOT_TOKEN: sandbox.botToken,
              SLACK_APP_TOKEN: sandbox.appToken,
              GONGJIAN_CLOCK: sandbox.url,
              DATABASE_URL: address(),
              LOG_LEVEL: 'error',
            },
          });
          children.push(child);
          let said = '';
          child.stderr.on('data', (data) => {
            said += data;
          });
          child.stdout.on('data', (data) => String(data).includes('"ready":true') && resolve(child));
          child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.slice(-2000)}`)));
        });
      const owned = plan.projects.flatMap((project) => {
        const channel = plan.units.find(({ key }) => key === project.unit)?.channel;
        const milestone = project.milestones.at(-1);
        return project.owner && channel && milestone ? [{ project, milestone, channel, owner: project.owner }] : [];
      });
      let sent = 0;
      const report = async (times: number) => {
        for (let time = 0; time < times; time += 1) {
          const target = owned[sent % owned.length];
          if (!target) throw new Error('nobody owns anything');
          sent += 1;
          const text = `/progress ${target.project.code} ${target.milestone.name} 50% 升级${String(sent).padStart(3, '0')}`;
          const acted = await sandbox.act({ as: target.owner, do: 'command', channel: target.channel, text });
          expect(acted).toMatchObject({ ok: true });
        }
      };
      try {
        const before = await start(old);
        await report(10);
        const after = await start(today);
        await report(40);
        const ended = new Promise((resolve) => before.once('exit', resolve));
        before.kill('SIGTERM');
        await ended;
        await report(10);
        const [reader] = plan.people.filter((person) => person.roles.some(({ role }) => role === 'coordinator'));
        const lines = async () => {
          const { channels } = (await sandbox.screen(reader?.key ?? '')) as unknown as Screen;
          const messages = channels.flatMap((channel) => channel.messages);
          return messages.filter(({ ephemeral }) => !ephemeral).flatMap((message) => message.lines.join('\n'));
        };
        const saidOf = (all: readonly string[], number: number) =>
          all.filter((line) => line.includes(`升级${String(number).padStart(3, '0')}`)).length;
        const numbers = Array.from({ length: sent }, (_, index) => index + 1);
        for (let waited = 0; waited < 60; waited += 1) {
          const all = await lines();
          if (numbers.every((number) => saidOf(all, number) > 0)) break;
          await sleep(1_000);
        }
        const all = await lines();
        expect(numbers.filter((number) => saidOf(all, number) !== 1)).toEqual([]);
        const { rows } = await administer('SELECT note, count(*)::int AS times FROM report GROUP BY note', address());
        expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
        expect(rows).toHaveLength(sent);
        after.kill('SIGTERM');
      } finally {
        await sandbox.close();
      }
    });
  },
);
