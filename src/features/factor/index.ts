import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { askByForm, askDraft, openAskForm, previewNeed } from './ask.js';
import { pressGive } from './give.js';
import { ids } from './ids.js';
import { readFactorLine } from './line.js';
import { lineRefusal } from './messages/refusals.js';
import { openBatch, previewBatch } from './open.js';
import { giveBackByForm, openBackForm, pressKeep, pressRecall } from './release.js';
import { overview, showPicture, showPool, showProject, showRule, turnPage } from './see.js';
import { showWhatIf, tryPool } from './what-if.js';

/** Factors (要素): land, funds, energy quota, environmental capacity, given to projects out of pools in a printed order. */
export const factor: Feature = {
  name: 'factor',
  commands: [
    {
      name: '/factor',
      words: ['factor', '要素', '要素配置'],
      rights: ['see-factor', 'see-project', 'ask-factor', 'manage-factor'],
      description: { zh: '要素：申请、看次序、配置', en: 'Factors: ask, see the order, allocate' },
      hint: { zh: 'P-003 土地 32亩 6月20日前 | 土地', en: 'P-003 land 32 mu by 20 June | land' },
      run: command,
    },
  ],
  actions: [
    on.press(ids.ask, ['ask-factor'], askDraft),
    on.press(ids.openAsk, ['ask-factor'], openAskForm, { opensForm: true }),
    on.press(ids.open, ['manage-factor'], openBatch),
    on.press(ids.overview, ['see-factor', 'see-project'], overview),
    on.press(ids.list, ['see-factor', 'see-project'], (ctx, value) => turnPage(ctx, value, 'see')),
    on.press(ids.choose, ['manage-factor'], (ctx, value) => turnPage(ctx, value, 'choose')),
    on.press(ids.rule, ['see-factor', 'see-project'], showRule),
    on.press(ids.picture, ['see-factor'], showPicture),
    on.press(ids.whatIf, ['see-factor'], showWhatIf),
    on.press(ids.project, ['see-project', 'see-factor'], (ctx, { project }) => showProject(ctx, project)),
    on.press(ids.back, ['ask-factor'], openBackForm, { opensForm: true }),
    on.press(ids.recall, ['manage-factor'], pressRecall),
    on.press(ids.keep, ['manage-factor'], pressKeep),
    on.press(ids.give, ['manage-factor'], pressGive),
  ],
  views: [on.form(ids.askForm, ['ask-factor'], askByForm), on.form(ids.backForm, ['ask-factor'], giveBackByForm)],
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const { byId } = await ctx.store.names(ctx.program);
  const { factors } = ctx.program.policy.mechanisms;
  const read = readFactorLine(text, { factors, projects: [...byId.values()], today: ctx.today });
  switch (read.kind) {
    case 'overview':
      return overview(ctx);
    case 'project':
      return showProject(ctx, read.project);
    case 'pool':
      return showPool(ctx, read);
    case 'what-if':
      return tryPool(ctx, read);
    case 'batch':
      return previewBatch(ctx, read);
    case 'ask': {
      const { kind: _, ...said } = read;
      return previewNeed(ctx, said, null);
    }
    case 'fault':
      return lineRefusal(ctx, read.fault);
  }
}
