import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { showBurden } from '../burden/door.js';
import { findFactor } from '../factor/door.js';
import { search } from '../project/door.js';
import { findItems, showItem } from '../review/door.js';
import { showTrips } from '../trip/door.js';
import { complainByForm, complainByLine, openComplaint } from './complain.js';
import { ids } from './ids.js';
import { subcommand } from './line.js';
import { notifyWaiting } from './notify.js';
import { openReply, replyByForm } from './reply.js';
import { choose, showHelp, showMe, showSettings } from './show.js';

/** `/gongjian`: how to use the bot, what it knows about one, a word to the coordinators; anything else finds a project. */
export const help: Feature = {
  name: 'help',
  commands: [
    {
      name: '/gongjian',
      description: { zh: '怎么用，找项目', en: 'How to use it; find a project' },
      hint: { zh: 'P-017 | ajjkc | 设置 | 我 | 意见 …', en: 'P-017 | ajjkc | settings | me | complain …' },
      rights: ['member', 'see-project', 'see-item', 'see-burden', 'see-factor'],
      opensForm: (text) => subcommand(text)?.name === 'complain' && subcommand(text)?.rest === '',
      run: command,
    },
  ],
  actions: [
    on.press(ids.help, ['member'], showHelp),
    on.press(ids.settings, ['member'], showSettings),
    on.press(ids.me, ['member'], showMe),
    on.press(ids.asked, ['member'], choose),
    on.press(ids.complain, ['member'], openComplaint, { opensForm: true }),
    on.press(ids.reply, ['answer-complaint'], openReply, { opensForm: true }),
  ],
  views: [
    on.form(ids.complaintForm, ['member'], complainByForm),
    on.form(ids.replyForm, ['answer-complaint'], replyByForm),
  ],
  timers: {
    of: 'complaint',
    next: (store, program, now) => store.complaints.nextUntold(program.id, now),
    run: notifyWaiting,
  },
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return showHelp(ctx);
  const asked = subcommand(text);
  switch (asked?.name) {
    case 'help':
      return showHelp(ctx);
    case 'settings':
      return showSettings(ctx);
    case 'me':
      return showMe(ctx);
    case 'burden':
      return showBurden(ctx, asked.rest);
    case 'trips':
      return showTrips(ctx);
    case 'complain':
      return complainByLine(ctx, asked.rest);
    default:
      return find(ctx, text);
  }
}

const ITEM = /^(?:交办(?:事项)?|(?:action )?item)\s*#?\s*(\d{1,6})\s*号?$/i;

/** An action item by its number, a factor by its name, a project, or, where no project is called so, the items that have these words. */
async function find(ctx: Ctx, text: string): Promise<Outcome> {
  const number = ITEM.exec(text.normalize('NFKC').trim())?.[1];
  if (number !== undefined) return showItem(ctx, { number: Number(number) });
  // What is called exactly so comes before projects whose names are only near.
  const pool = await findFactor(ctx, text);
  if (pool !== null) return pool;
  const found = await search(ctx, text);
  return found.kind === 'refuse' ? ((await findItems(ctx, text)) ?? found) : found;
}
