import { access, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import { dayAt, type Instant } from '../../domain/day.js';
import type { ProgramChannel } from '../../domain/program.js';
import { askForBackup, belongTo } from '../../store/home/backups.js';
import { FolderInUse } from '../../store/home/lock.js';
import { StoreOlder } from '../../store/home/migrate.js';
import { type Store as OpenStore, openStore } from '../../store/home/open.js';
import { assembleStore } from '../../store/index.js';
import { explain, OWN_COMMAND } from '../fault-words.js';
import { openConfiguredStore, storeFolder } from '../store.js';
import { type Finding, missing, unseen, well } from './finding.js';

/** What a plan asks of a workspace. */
export type Wanted = {
  readonly channels: readonly ProgramChannel[];
  readonly people: readonly { readonly name: string; readonly email: string | null; readonly tied: boolean }[];
};

/** Of which workspace the plan is to be, and what time it is there. */
type Asked = { readonly teamId: string | null; readonly now: Instant; readonly log: Logger };

/** Less room than this is filled by a year of reports and their backups. */
const LEAST_BYTES = 1_000_000_000;

/** Whether the store can be had, and the plan in it. Nothing is changed, also where a bot is running on it. */
export async function lookAtStore(
  config: Config,
  asked: Asked,
): Promise<{ wanted: Wanted | null; findings: Finding[] }> {
  const folder = storeFolder(config);
  if (folder !== null) {
    const place = await lookAtFolder(folder);
    if (place) return { wanted: null, findings: place };
  }
  try {
    return await asItStands(config, folder, asked.log, (opened, running) => lookInside(opened, asked, folder, running));
  } catch (error) {
    const where = config.DATABASE_URL ? new URL(config.DATABASE_URL).host : folder;
    if (error instanceof StoreOlder)
      return { wanted: null, findings: error.empty ? [canBeUsed(`${where}`), noPlan] : [older(`${where}`)] };
    const why = explain(error).split('\n')[0];
    return {
      wanted: null,
      findings: [
        missing(
          `数据库（${where}）打不开：${
            config.DATABASE_URL
              ? '检查 DATABASE_URL 里的主机、库名、用户和密码，以及数据库是否在运行'
              : '检查磁盘是否已满、这个用户能否读写它；机器人正在启动的话，等它就绪再查'
          }。`,
          `The store (${where}) cannot be opened. ${why}`,
        ),
      ],
    };
  }
}

/** What is to be said of the embedded store's folder before anything is in it; null where there is a store in it. */
async function lookAtFolder(folder: string): Promise<Finding[] | null> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (entries === 'ENOTDIR')
    return [
      missing(
        `${folder} 是一个文件：把 GONGJIAN_DATA 换成文件夹。`,
        `${folder} is a file: set GONGJIAN_DATA to a folder.`,
      ),
    ];
  if (Array.isArray(entries) && entries.length > 0) return null;
  for (let near = folder; ; near = dirname(near)) {
    const writable = await access(near, constants.W_OK).then(
      () => true,
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : false),
    );
    if (writable === null && dirname(near) !== near) continue;
    if (writable) break;
    return [
      missing(
        `数据文件夹 ${folder} 建不了：给这个用户写 ${near} 的权限，或把 GONGJIAN_DATA 换到别处。`,
        `The folder ${folder} cannot be made: let this user write ${near}, or set GONGJIAN_DATA to another one.`,
      ),
    ];
  }
  return [
    well(`数据文件夹 ${folder} 可用，还是空的。`, `The folder ${folder} can be used; it is empty so far.`),
    noPlan,
  ];
}

const canBeUsed = (where: string): Finding =>
  well(`数据库（${where}）可用，还是空的。`, `The store (${where}) can be used; it is empty so far.`);

const older = (where: string): Finding =>
  missing(
    `数据库（${where}）是旧版本的：先用旧版本备份，再启动机器人，它会升级。`,
    `The store (${where}) is of an older version: back up with that version, then start the bot, which brings it to its level.`,
  );

const noPlan = missing(
  `还没有载入行动方案：${OWN_COMMAND} load-plan 方案.yaml。`,
  `No plan is loaded: ${OWN_COMMAND} load-plan our-plan.yaml.`,
);

/**
 * Looks into the store. The embedded one is one process's own: where the bot is running on it, that bot writes a backup, which
 * is looked at in memory.
 */
async function asItStands<T>(
  config: Config,
  folder: string | null,
  log: Logger,
  look: (opened: OpenStore, running: boolean) => Promise<T>,
): Promise<T> {
  const opened = await openConfiguredStore(config, log, { level: 'as found' }).catch((error: unknown) => {
    if (error instanceof FolderInUse && folder !== null) return { inUse: folder };
    throw error;
  });
  if (!('inUse' in opened)) return look(opened, false).finally(() => opened.close());
  const { inUse } = opened;
  // Beside the store, where that process may write: a service may have a /tmp of its own.
  const place = await mkdtemp(join(inUse, 'doctor-'));
  try {
    const file = join(place, 'now.backup');
    await belongTo(inUse, place);
    await askForBackup(inUse, file);
    const copy = await openStore({ databaseUrl: null, folder: null, log });
    try {
      await copy.restore(file, { replace: false });
      return await look(copy, true);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function lookInside(opened: OpenStore, { teamId, now }: Asked, folder: string | null, running: boolean) {
  const store = assembleStore(opened, () => Promise.reject(new Error('looking sends no jobs')));
  const kind = folder === null ? 'PostgreSQL' : folder;
  const findings: Finding[] = [
    running
      ? well(`数据库可用（${kind}），机器人正在运行。`, `The store is well (${kind}), and the bot is running on it.`)
      : well(`数据库可用（${kind}）。`, `The store is well (${kind}).`),
    ...(folder === null ? [] : await room(folder)),
  ];
  const all = await store.programs.running();
  const program = teamId === null ? all[0] : await store.programs.current(teamId);
  if (!program) {
    const other = all[0];
    if (!other) return { wanted: null, findings: [...findings, noPlan] };
    return {
      wanted: null,
      findings: [
        ...findings,
        missing(
          `库里的方案是另一个工作区（${other.workspaceId}）的：换 GONGJIAN_DATA，或为这个工作区载入方案。`,
          `The plan in the store is of another workspace (${other.workspaceId}): set GONGJIAN_DATA to another folder, or load a plan for this one.`,
        ),
      ],
    };
  }
  const people = (await store.roster.all(program.id)).filter(({ duties }) => duties.length > 0);
  const projects = await store.projects.named(program.id);
  const { name } = program;
  findings.push(
    well(
      `行动方案“${name.zh}”：${projects.length}个项目，${people.length}人。`,
      `The plan "${name.en}": ${projects.length} projects, ${people.length} people.`,
    ),
  );
  if (!people.some(({ duties }) => duties.some(({ role }) => role === 'coordinator')))
    findings.push(
      missing(
        '方案里没有统筹人员，没人能管人和台账：给一个人加上 { role: coordinator }。',
        'The plan has no coordinator, so nobody can look after people and ledger: give somebody { role: coordinator }.',
      ),
    );
  if (dayAt(now, program.timeZone) > program.to)
    findings.push(
      missing(
        `行动方案已于${program.to}结束，不再提醒也不出日报：用 /program 接续下一年。`,
        `The plan ended on ${program.to}, so nothing is asked and no digest goes out: make the next year with /program.`,
      ),
    );
  const wanted: Wanted = {
    channels: program.policy.channels,
    people: people.map(({ name, email, slackUserId }) => ({ name, email, tied: slackUserId !== null })),
  };
  return { wanted, findings };
}

async function room(folder: string): Promise<Finding[]> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null) return [unseen('看不到磁盘还剩多少。', 'How much room the disk has is not to be seen.')];
  const free = disk.bavail * disk.bsize;
  if (free >= LEAST_BYTES) return [];
  const megabytes = Math.floor(free / 1_000_000);
  return [
    missing(
      `磁盘只剩 ${megabytes} MB：腾出 1 GB 以上。`,
      `The disk has ${megabytes} MB left: make room, 1 GB at least.`,
    ),
  ];
}
