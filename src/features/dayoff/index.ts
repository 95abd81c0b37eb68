import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { tellUntold } from './delegate.js';
import { endLeave } from './end.js';
import { enterByForm, enterByLine } from './enter.js';
import { ids } from './ids.js';
import { listLeaves } from './list.js';
import { leaveForm } from './messages/form.js';

/** Leave and delegates (请假代理): who acts while somebody is away. Slack has a `/leave` of its own. */
export const dayoff: Feature = {
  name: 'dayoff',
  commands: [
    {
      name: '/dayoff',
      words: ['dayoff', '请假'],
      rights: ['enter-leave'],
      description: { zh: '请假，指定代理人', en: 'Enter leave and who stands in' },
      hint: { zh: '5月6日-9日 代理 韩振国 | 列表', en: '5月6日-9日 代理 韩振国 | list' },
      opensForm: 'bare',
      run: command,
    },
  ],
  actions: [
    on.press(ids.open, ['member'], async (ctx, days) => leaveForm(ctx, days), { opensForm: true }),
    on.press(ids.end, ['enter-leave'], endLeave),
  ],
  views: [on.form(ids.form, ['enter-leave'], enterByForm)],
  timers: { of: 'leave', next: (store, program, now) => store.leaves.nextUntold(program.id, now), run: tellUntold },
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return leaveForm(ctx);
  if (/^(?:list|列表|清单)$/i.test(text)) return listLeaves(ctx);
  return enterByLine(ctx, text);
}
