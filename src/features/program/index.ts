import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { archive, restore, switchTo } from './change.js';
import { ids } from './ids.js';
import { listPrograms } from './list.js';
import { make, openForm } from './make.js';
import { unreadRefusal } from './messages/refusals.js';
import { readProgramText } from './subcommand.js';

/** `/program`: the programs of the workspace, one a year; a new one from a plan file or from the present one. */
export const program: Feature = {
  name: 'program',
  commands: [
    {
      name: '/program',
      words: ['program', '行动'],
      description: { zh: '攻坚行动：新年度、启用、归档', en: 'Programs: a new year, which one is run, archive' },
      hint: { zh: '[新建 | 启用 2021 | 归档 2019]', en: '[new | switch 2021 | archive 2019]' },
      rights: ['manage-programs'],
      opensForm: (text) => readProgramText(text).ask === 'new',
      run: command,
    },
  ],
  actions: [
    on.press(ids.open, ['manage-programs'], openForm, { opensForm: true }),
    on.press(ids.switchTo, ['manage-programs'], (ctx, which) => switchTo(ctx, which, 'replace')),
    on.press(ids.archive, ['manage-programs'], (ctx, which) => archive(ctx, which, 'replace')),
    on.press(ids.restore, ['manage-programs'], (ctx, which) => restore(ctx, which, 'replace')),
  ],
  views: [on.form(ids.form, ['manage-programs'], make)],
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const request = readProgramText(text);
  switch (request.ask) {
    case 'new':
      return openForm(ctx);
    case 'list':
      return listPrograms(ctx);
    case 'switch':
      return switchTo(ctx, { called: request.which }, 'say');
    case 'archive':
      return archive(ctx, { called: request.which }, 'say');
    case 'unread':
      return unreadRefusal(ctx.language);
  }
}
