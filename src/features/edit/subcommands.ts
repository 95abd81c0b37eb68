import type { Ctx, Outcome } from '../../feature.js';
import { addByLine } from './add.js';
import { changeByLine } from './change.js';
import { notWithdrawn } from './messages/refusals.js';
import { postponeByLine } from './postpone.js';
import { resumeByLine } from './resume.js';
import { reasonByLine } from './with-reason.js';

/** One thing that `/ledger …` does; the first word that is typed finds it. */
export type Subcommand = {
  /** In English and Chinese, as they are typed. */
  readonly names: readonly string[];
  /** Whether this text behind the name asks for a form: then a loading form is opened before anything is read. */
  readonly opensForm?: (rest: string) => boolean;
  readonly run: (ctx: Ctx, rest: string) => Promise<Outcome>;
};

const onlyProject = (rest: string): boolean => /^\S*$/.test(rest);

/** What `/ledger …` does to what the ledger says. */
export const editSubcommands: readonly Subcommand[] = [
  { names: ['add', '新增'], opensForm: onlyProject, run: addByLine },
  { names: ['edit', '修改'], opensForm: () => true, run: changeByLine },
  { names: ['postpone', '延期'], opensForm: onlyProject, run: postponeByLine },
  { names: ['withdraw', '退出'], opensForm: onlyProject, run: reasonByLine('withdraw') },
  // The word for taking back what was just done withdraws no project.
  { names: ['undo', '撤销'], run: async (ctx) => notWithdrawn(ctx.language) },
  { names: ['recategorise', 'recategorize', '改类'], opensForm: onlyProject, run: reasonByLine('recategorise') },
  { names: ['pause', '暂停'], opensForm: onlyProject, run: reasonByLine('pause') },
  { names: ['resume', '恢复'], run: resumeByLine },
];
