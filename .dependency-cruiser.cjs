// The import table of docs/architecture.md. A rule's comment is what its reader should do instead.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
/** Several plain patterns: one with alternatives and a repetition counts as unsafe. A name that ends in / is a scope. */
const packages = (...names) => names.map((name) => `node_modules/${name}${name.endsWith('/') ? '' : '/'}`);
const node = '^(node:)?[a-z_]+(/promises)?$';
const words = '^src/(domain|text)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third; types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'The import finds nothing: a missing file, or a package that is not in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What the running program imports belongs into dependencies, or `npm ci --omit=dev` breaks it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/page/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    only(
      'words-are-pure',
      '^src/(domain|text)/',
      [words, ...packages('dayjs'), ...packages('pinyin-pro')],
      'domain and text know no Slack, no store and no clock: hand in what they need.',
    ),
    only(
      'features-know-words-and-doors',
      '^src/features/',
      [
        words,
        '^src/features/',
        '^src/(feature|on|message)\\.ts$',
        '^src/slack/blocks\\.ts$',
        '^src/(store|jobs|charts|sheets|papers|plan)/',
        ...packages('zod'),
        ...packages('@slack/types'),
      ],
      'A feature speaks domain, text, blocks and zod; the rest reaches it through its context.',
    ),
    {
      name: 'features-see-the-rest-as-types',
      comment:
        'store, jobs, charts, sheets, papers and plan are handed to a feature in its context: import their types only.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/(store|jobs|charts|sheets|papers|plan)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-meet-at-doors',
      comment: "Another feature's door.ts is its only door; its ids.ts names the buttons that lead there.",
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/(door|ids)\\.ts$'],
      },
    },
    {
      name: 'no-older-house',
      comment:
        'A verb is a file of its feature, a message one of messages/: there is no act/, view/ or words any more.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/features/[^/]+/(act|view|words)(/|\\.ts$)' },
    },
    only(
      'store-keeps-to-itself',
      '^src/store/',
      [
        words,
        '^src/store/',
        '^src/(feature|on|message|job)\\.ts$',
        node,
        ...packages(
          '@prisma/',
          '@electric-sql/pglite',
          'pglite-prisma-adapter',
          'pg',
          '@types/pg',
          'lru-cache',
          'pino',
          'zod',
        ),
      ],
      'The store speaks domain types and its own libraries.',
    ),
    only(
      'jobs-keep-to-themselves',
      '^src/jobs/',
      [words, '^src/(jobs|store)/', '^src/job\\.ts$', node, ...packages('pg-boss', 'node-cron', 'pino')],
      'The jobs know the store that they lie in, pg-boss and node-cron.',
    ),
    only(
      'plan-reads-files',
      '^src/plan/',
      [words, '^src/plan/', node, ...packages('zod', 'yaml')],
      'The plan reader knows the domain, zod and yaml.',
    ),
    only(
      'drawing-and-sheets-keep-to-themselves',
      '^src/(charts|sheets)/|^src/time/calendar',
      [
        words,
        '^src/(charts|sheets)/|^src/time/calendar',
        '^src/thread\\.ts$',
        node,
        ...packages(
          'echarts',
          '@resvg/resvg-js',
          'exceljs',
          'saxes',
          'yauzl',
          '@types/yauzl',
          'csv-parse',
          'fflate',
          'iconv-lite',
        ),
        ...packages('chinese-days', 'zod'),
      ],
      'charts, sheets and calendar know the domain, thread.ts and their own libraries.',
    ),
    only('papers-keep-to-themselves', '^src/papers/', ['^src/papers/', ...packages('docx')], 'papers know docx alone.'),
    only(
      'slack-knows-no-feature',
      '^src/slack/',
      [
        words,
        '^src/slack/',
        '^src/(feature|on|message|job|config|thread|time/clock)\\.ts$',
        '^src/charts/chart\\.ts$',
        '^src/sheets/door\\.ts$',
        '^src/papers/paper\\.ts$',
        '^src/(store|jobs)/',
        '^src/upkeep/meters\\.ts$',
        node,
        ...packages('@slack/', 'birpc', 'lru-cache', 'pino', 'undici', 'zod'),
      ],
      'The surface meets features through feature.ts.',
    ),
    only(
      'upkeep-only-measures',
      '^src/upkeep/',
      ['^src/upkeep/', node, ...packages('prom-client')],
      'What is measured is told to it.',
    ),
    only(
      'sandbox-stands-alone',
      '^src/sandbox/(?!page/)',
      ['^src/sandbox/(?!page/)', node, ...packages('@slack/types', 'ws', '@types/ws', 'zod', 'dayjs')],
      'The local workspace imports nothing of the bot: it could be a package of its own.',
    ),
    only(
      'page-stands-alone',
      '^src/sandbox/page/',
      ['^src/sandbox/', node, 'node_modules/', '\\.(css|svg|png|woff2)$'],
      'The page imports nothing of the bot.',
    ),
    {
      name: 'nobody-leans-on-the-sandbox',
      comment: 'Only what starts it (main.ts, commands/) may know the local workspace; the bot must run without it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/sandbox/', '^src/main\\.ts$', '^src/commands/'] },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'prisma-lives-in-the-store',
      comment: 'What keeps Prisma and PostgreSQL replaceable is that they live in one folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: {
        path: [...packages('@prisma/', '@electric-sql/pglite', 'pglite-prisma-adapter', 'pg'), '^src/store/generated/'],
      },
    },
    {
      name: 'pg-boss-lives-in-jobs',
      comment: 'pg-boss and node-cron are the business of src/jobs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/jobs/' },
      to: { path: packages('pg-boss', 'node-cron') },
    },
    {
      name: 'bolt-lives-in-slack',
      comment: 'Bolt and the Web API client are the business of src/slack.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/slack/', '^src/app\\.ts$', '^src/commands/'] },
      to: { path: packages('@slack/bolt', '@slack/web-api', '@slack/socket-mode') },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/store/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
