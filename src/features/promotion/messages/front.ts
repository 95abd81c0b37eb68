import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as importIds } from '../../promotion-import/ids.js';
import { ids } from '../ids.js';
import type { Front } from '../model.js';
import { waitingBlocks } from './money.js';
import { batchBlocks } from './money-batch.js';
import { countyRow } from './month.js';
import { promotionPhrases } from './parts.js';

const words = {
  mine: { zh: (month: string) => `${month}招商活动`, en: (month: string) => `Activities in ${month}` },
  short: { zh: (missing: number) => `还差${missing}次`, en: (missing: number) => `${missing} to go` },
  done: { zh: '这个月的完成了', en: 'This month is done' },
  excused: { zh: (reason: string) => `本月不便：${reason}`, en: (reason: string) => `Excused: ${reason}` },
  how: {
    zh: '一句话就行：',
    en: 'A line will do:',
  },
  example: {
    zh: '`/promotion 昨天带队赴苏州考察装备制造`',
    en: '`/promotion yesterday led a visit to Suzhou`',
  },
  county: {
    zh: (recorded: number, asked: number) => `全县招商活动${asked === 0 ? `${recorded}次` : `${recorded}/${asked}`}`,
    en: (recorded: number, asked: number) =>
      `County: ${asked === 0 ? `${recorded} activities` : `${recorded} of ${asked} activities`}`,
  },
  excuse: { zh: '本月不便', en: 'Not this month' },
  duty: { zh: '名单', en: 'By leader' },
  activities: { zh: '活动', en: 'Activities' },
  funds: { zh: '到位资金', en: 'Funds' },
  foreign: { zh: '外资', en: 'Foreign' },
  import: { zh: '导入表格', en: 'Import' },
  more: { zh: (count: number) => `另有${count}笔等您核对`, en: (count: number) => `${count} more to confirm` },
} as const satisfies Phrases;

/** What `/promotion` alone answers: what waits for me, my month, and the lists behind the county's numbers. */
export function frontMessage(ctx: Ctx, front: Front): Message {
  const say = inLanguage(words, ctx.language);
  const { month, waiting, waitingCount } = front;
  const own = front.own ? ownBlocks(ctx, front) : [];
  const row = front.duty ? countyRow(ctx, month) : say.county(month.recorded, month.asked);
  const at = { moment: ctx.now, offset: 0 };
  const lists = front.sees
    ? [
        actions(
          ...(front.duty ? [button(ids.duty, { month: month.month }, say.duty)] : []),
          ...(['activities', 'funds', 'foreign-capital'] as const).map((of) => {
            const opener = button(ids.list, { of, ...at }, say[of === 'foreign-capital' ? 'foreign' : of]);
            return { ...opener, action_id: `${opener.action_id}#${of}` };
          }),
        ),
      ]
    : [];
  const imports = front.imports ? [actions(button(importIds.open, {}, say.import))] : [];
  const money = waiting.flatMap((seen) => numbered(waitingBlocks(ctx, seen), seen.money.id));
  const batches = front.batches.flatMap((batch) => numbered(batchBlocks(ctx, batch), batch.importId));
  const left = waitingCount - waiting.length;
  return {
    text: row,
    blocks: [
      ...batches,
      ...money,
      ...(left > 0 ? [section(say.more(left))] : []),
      ...own,
      section(row),
      ...lists,
      ...imports,
    ],
  };
}

/** Slack wants every action_id of a message once. */
const numbered = (blocks: readonly KnownBlock[], id: number): KnownBlock[] =>
  blocks.map((block) =>
    block.type === 'actions'
      ? {
          ...block,
          elements: block.elements.map((each) =>
            each.type === 'button' ? { ...each, action_id: `${each.action_id}#${id}` } : each,
          ),
        }
      : block,
  );

function ownBlocks(ctx: Ctx, { month }: Front): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const mine = month.leaders.find(({ leaderId }) => leaderId === ctx.person.id);
  const done = month.activities.filter(({ leaderId }) => leaderId === ctx.person.id);
  if (mine === undefined) return [];
  const state =
    mine.excused !== null
      ? [say.excused(escapeText(mine.excused))]
      : mine.missing > 0
        ? [say.short(mine.missing), say.how, say.example]
        : done.length > 0
          ? [say.done]
          : [];
  const rows = done.map((each) => phrases.list([phrases.day(each.on), phrases.where(each)]));
  const press = { leader: ctx.person.id, month: month.month };
  return [
    section([`*${say.mine(phrases.month(month.month))}*`, ...rows, ...state].join('\n')),
    ...(mine.missing > 0 ? [actions(button(ids.excuse, press, say.excuse))] : []),
  ];
}
