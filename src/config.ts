import { z } from 'zod';

const empty = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(empty, z.string().optional());
const address = (protocols: readonly string[]) =>
  z.preprocess(
    empty,
    z
      .string()
      .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
      .optional(),
  );

/** The variables, and what to put there; the same sentences are in README.md. */
const variables = {
  SLACK_BOT_TOKEN: {
    shape: z.preprocess(empty, z.string().startsWith('xoxb-').optional()),
    put: 'the Bot User OAuth Token of your Slack app; it starts with xoxb-',
  },
  SLACK_APP_TOKEN: {
    shape: z.preprocess(empty, z.string().startsWith('xapp-').optional()),
    put: 'an App-Level Token with connections:write; it starts with xapp-',
  },
  SLACK_SIGNING_SECRET: {
    shape: z.preprocess(empty, z.string().min(16).optional()),
    put: 'the Signing Secret of your Slack app, to receive over HTTP instead of Socket Mode',
  },
  SLACK_API_URL: {
    shape: address(['http:', 'https:']),
    put: 'the base address of the Web API, such as http://127.0.0.1:3000/api/; leave it out for slack.com',
  },
  DATABASE_URL: {
    shape: address(['postgres:', 'postgresql:']),
    put: 'a PostgreSQL server, postgresql://user:password@host:5432/name; leave it out for the embedded store',
  },
  GONGJIAN_DATA: { shape: text, put: 'the folder of the embedded store' },
  GONGJIAN_BACKUPS: { shape: text, put: 'a folder that gets a backup of the store every day; leave it out for none' },
  GONGJIAN_BACKUPS_KEPT: {
    shape: z.preprocess(empty, z.coerce.number().int().min(1).max(1000).default(14)),
    put: 'how many daily backups are kept, 1 to 1000; 14 where it is left out',
  },
  GONGJIAN_CLOCK: {
    shape: address(['http:', 'https:']),
    put: 'the address of a local workspace to take the time from',
  },
  GONGJIAN_PLAN: { shape: text, put: 'the plan file to load when the store has none' },
  GONGJIAN_CONNECTIONS: {
    shape: z.preprocess(empty, z.coerce.number().int().min(2).max(10).default(2)),
    put: 'how many Socket Mode connections to keep, 2 to 10',
  },
  GONGJIAN_PREFIX: {
    shape: z.preprocess(
      empty,
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9_-]{0,15}$/)
        .optional(),
    ),
    put: 'what stands before each command where another app has taken their names: gj- makes /gj-progress; its manifest comes from npm run manifests -- --prefix gj-',
  },
  PORT: {
    shape: z.preprocess(empty, z.coerce.number().int().min(0).max(65535).optional()),
    put: 'the port to listen on; 0 picks a free one',
  },
  GONGJIAN_UPKEEP_PORT: {
    shape: z.preprocess(empty, z.coerce.number().int().min(0).max(65535).optional()),
    put: 'the port of /live, /ready and /metrics, not to be reached from outside; leave it out for none',
  },
  LOG_LEVEL: {
    shape: z.preprocess(empty, z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn')),
    put: 'trace, debug, info, warn, error or silent',
  },
} as const;

export type Config = Readonly<{ [K in keyof typeof variables]: z.infer<(typeof variables)[K]['shape']> }>;

/** Whether a variable's value is of the shape that belongs into it; left out, it is. */
export const fits = (name: keyof Config, value: string | undefined): boolean =>
  variables[name].shape.safeParse(value).success;

/** Every variable with what belongs into it. */
export const variableHelp: readonly (readonly [string, string])[] = Object.entries(variables).map(([name, { put }]) => [
  name,
  put,
]);

/** Says which variable is wrong and what to put there. Never repeats the value: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The environment, checked. Throws a ConfigError that names each wrong variable and what belongs there. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const entries = Object.entries(variables).map(([name, { shape, put }]) => {
    const read = shape.safeParse(environment[name]);
    if (!read.success) wrong.push(`${name}: put there ${put}`);
    return [name, read.success ? read.data : undefined];
  });
  const config = Object.fromEntries(entries) as Config;
  if (config.SLACK_BOT_TOKEN && !config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET) {
    wrong.push(
      `SLACK_APP_TOKEN: put there ${variables.SLACK_APP_TOKEN.put}; or SLACK_SIGNING_SECRET: ${variables.SLACK_SIGNING_SECRET.put}`,
    );
  }
  if (config.SLACK_APP_TOKEN && !config.SLACK_BOT_TOKEN)
    wrong.push(`SLACK_BOT_TOKEN: put there ${variables.SLACK_BOT_TOKEN.put}`);
  if (wrong.length > 0)
    throw new ConfigError(`The settings do not fit.\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  return Object.freeze(config);
}
