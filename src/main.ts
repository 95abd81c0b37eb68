#!/usr/bin/env node
import { Command } from 'commander';
import { explain } from './commands/fault-words.js';
import { variableHelp } from './config.js';
import { beginReceivingThread } from './slack/receive/begin-receiving.js';

const program = new Command('gongjian')
  .description('Gongjian (攻坚): runs a county’s project assault year from Slack')
  .addHelpText(
    'after',
    `\nEnvironment:\n${variableHelp.map(([name, put]) => `  ${name.padEnd(22)}${put}`).join('\n')}`,
  );

program
  .command('start', { isDefault: true })
  .description('the bot; without Slack tokens, a local workspace with it')
  .action(async () => {
    const thread = beginReceivingThread();
    await (await import('./commands/start.js')).start(thread);
  });
program
  .command('sandbox')
  .description('a local workspace alone; prints its tokens')
  .option('--plan <file>', 'whose people and channels it has')
  .option('--now <moment>', 'what its clock shows at first', '2020-06-17T16:30:00+08:00')
  .option('--outside', 'the bot is in no channel until it is invited', false)
  .action(async (options) => (await import('./commands/sandbox.js')).runSandbox(options));
program
  .command('load-plan')
  .argument('<file>', 'a plan file (YAML)')
  .option('--workspace <id>', 'the Slack team; asked of Slack with SLACK_BOT_TOKEN otherwise')
  .description('loads a program into the store')
  .action(async (file, options) => (await import('./commands/load-plan.js')).loadPlan(file, options));
program
  .command('doctor')
  .argument('[file]', 'a plan file (YAML), looked at in the place of the plan in the store')
  .option('--language <language>', 'zh or en; by LANG otherwise')
  .description('what is missing for a bot that works, and what to do; ends with 1 where something is')
  .action(async (file, options) => (await import('./commands/doctor.js')).runDoctor(file, options));
program
  .command('understand')
  .argument('<file>', 'lines with what is expected of them (TSV)')
  .requiredOption('--ledger <file>', 'the projects that they speak of (JSON)')
  .option('--json', 'what was understood, a line of JSON for each, for others to judge', false)
  .description('how many lines of a file are understood as expected')
  .action(async (file, options) =>
    (await import('./commands/understand.js')).runUnderstand(file, options.ledger, options.json),
  );
program
  .command('explain')
  .argument('<line>', 'what somebody might type')
  .option('--ledger <file>', 'the projects that it speaks of (JSON); without one, the plan of the demo')
  .option('--where <place>', 'progress, obstacle, dm or thread:CODE', 'dm')
  .option('--owns <codes>', 'the projects of who types it, parted by commas', '')
  .description('how a line is read: its mentions, its readings with their weights, the choice')
  .action(async (line, options) => {
    const { explainLine } = await import('./tools/explain-line.js');
    process.stdout.write(`${await explainLine(line, options)}\n`);
  });
program
  .command('digest')
  .requiredOption('--at <moment>', 'day or moment, such as 2020-06-17 or 2020-06-17T18:00')
  .option('--language <language>', 'zh or en', 'zh')
  .option('--workspace <id>', 'the Slack team, where the store holds several')
  .description('the digest as it stood at a moment')
  .action(async (options) => (await import('./commands/digest.js')).printDigestAt(options));
const ledger = program.command('ledger').description('spreadsheets as the county keeps them');
ledger
  .command('read')
  .argument('<file>', 'a spreadsheet (.xlsx or .csv)')
  .option('--year <year>', 'of dates which name none, where the file has none either')
  .description('what a spreadsheet is understood to say, as JSON')
  .action(async (file, options) => (await import('./commands/ledger.js')).readLedgerFile(file, options));

program
  .command('backup')
  .argument('<file>')
  .description('writes the whole store into a file')
  .action(async (file) => (await import('./commands/backup.js')).runBackup(file));
program
  .command('restore')
  .argument('<file>')
  .option('--replace', 'what the store holds is thrown away first', false)
  .description('fills an empty store from a backup')
  .action(async (file, options) => (await import('./commands/backup.js')).runRestore(file, options));

program
  .command('replay')
  .argument('<folder>', 'with a replay.yaml')
  .option('--to <folder>', 'where what people saw is written; "out" in the folder otherwise')
  .option('--until <day>', 'the last day')
  .description('plays a written year against the whole bot and writes down what people saw')
  .action(async (folder, options) => (await import('./commands/replay.js')).replay(folder, options));
program
  .command('replay-make')
  .argument('<folder>', 'with a replay.yaml')
  .option('--seed <words>', 'what chance depends on', '420')
  .description('writes a year of the plan as a script, from a seed')
  .action(async (folder, options) => (await import('./commands/replay.js')).makeReplay(folder, options));
program
  .command('make-demo', { hidden: true })
  .description('plays the year so far for the local workspace; the build runs it')
  .action(async () => (await import('./commands/make-demo.js')).makeDemo());

// `… | head` closes the pipe: what is left to print is not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
