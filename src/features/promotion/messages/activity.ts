import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, form, input, plain, section } from '../../../slack/blocks.js';
import type { Activity } from '../../../store/promotion.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { type Draft, ids } from '../ids.js';
import type { PromotionNames, SeenMonth } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  ask: { zh: '记一次招商活动？', en: 'Record an activity?' },
  firms: {
    zh: (count: number) => `对接${count}家，企业名后补`,
    en: (count: number) => `${count === 1 ? 'One firm' : `${count} firms`}, names to follow`,
  },
  joined: {
    zh: (names: string) => `随行：${names}（算带队的）`,
    en: (names: string) => `With ${names}; counts for who led`,
  },
  record: { zh: '确认', en: 'Confirm' },
  change: { zh: '改一改', en: 'Change' },
  undo: { zh: '撤销', en: 'Undo' },
  recorded: { zh: (counts: string) => `已记，${counts}`, en: (counts: string) => `Recorded: ${counts}` },
  plainly: { zh: '已记', en: 'Recorded' },
  undone: { zh: (counts: string) => `已撤销，${counts}`, en: (counts: string) => `Taken back: ${counts}` },
  undoneOnly: { zh: '已撤销', en: 'Taken back' },
  month: {
    zh: (month: string, done: number, asked: number) =>
      done > asked ? `${month}${done}次` : `${month}${done}/${asked}`,
    en: (month: string, done: number, asked: number) =>
      done > asked ? `${month} ${done}` : `${month} ${done} of ${asked}`,
  },
  county: {
    zh: (recorded: number, asked: number) => `；全县${recorded}/${asked}`,
    en: (recorded: number, asked: number) => `; county ${recorded} of ${asked}`,
  },
  same: {
    zh: (day: string, where: string) => `${day}${where}已记一次`,
    en: (day: string, where: string) => `${day}, ${where}: recorded already`,
  },
  sameLed: {
    zh: (name: string) => `${name}带队；同一次的，算带队的`,
    en: (name: string) => `${name} led; one trip counts for who led`,
  },
  apart: { zh: '不是同一次，另记', en: 'Another trip' },
  title: { zh: '招商活动', en: 'Activity' },
  submit: { zh: '记下', en: 'Record' },
  close: { zh: '取消', en: 'Cancel' },
  on: { zh: '哪天', en: 'Day' },
  where: { zh: '去哪里', en: 'Where' },
  field: { zh: '什么产业', en: 'Field' },
  firmsField: { zh: '对接几家', en: 'Firms met' },
} as const satisfies Phrases;

/** What a line was understood as, to be recorded by one press. */
export function askedMessage(ctx: Ctx, draft: Draft, names: PromotionNames): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const rows = [
    phrases.list([phrases.led(phrases.name(names, draft.leader)), phrases.day(draft.on), phrases.where(draft)]),
    ...(draft.firms === null ? [] : [say.firms(draft.firms)]),
    ...(draft.joined.length === 0
      ? []
      : [say.joined(draft.joined.map((id) => phrases.name(names, id)).join(ctx.language === 'zh' ? '、' : ', '))]),
  ];
  return {
    text: [say.ask, ...rows].join('\n'),
    blocks: [
      section([`*${say.ask}*`, ...rows].join('\n')),
      actions(button(ids.record, draft, say.record, 'primary'), button(ids.change, draft, say.change)),
    ],
  };
}

/** `6月1/1；全县29/36` */
function counts(ctx: Ctx, leaderId: number, { month, leaders, recorded, asked }: SeenMonth): string | null {
  const say = inLanguage(words, ctx.language);
  const own = leaders.find((each) => each.leaderId === leaderId);
  const per = leaders.length === 0 ? 0 : ctx.program.policy.mechanisms.promotion.activitiesPerLeaderPerMonth;
  if (own === undefined || per === 0 || asked === 0) return null;
  return `${say.month(promotionPhrases(ctx).month(month), own.done, per)}${say.county(recorded, asked)}`;
}

/** To who recorded it: how the month stands, and the way back. */
export function recordedMessage(ctx: Ctx, { id, leaderId }: Activity, month: SeenMonth): Message {
  const say = inLanguage(words, ctx.language);
  const said = counts(ctx, leaderId, month);
  const row = said === null ? say.plainly : say.recorded(said);
  return { text: row, blocks: [section(`*${row}*`), actions(button(ids.undo, { id }, say.undo))] };
}

export function undoneMessage(ctx: Ctx, { leaderId }: Activity, month: SeenMonth): Message {
  const say = inLanguage(words, ctx.language);
  const said = counts(ctx, leaderId, month);
  return plain(said === null ? say.undoneOnly : say.undone(said));
}

/** Another leader led one of that day and place: the same one, or another? */
export function sameDayMessage(ctx: Ctx, draft: Draft, there: readonly Activity[], names: PromotionNames): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const title = say.same(phrases.day(draft.on), phrases.where({ place: draft.place, field: null }));
  const led = there.map(({ leaderId }) => phrases.name(names, leaderId)).join(ctx.language === 'zh' ? '、' : ', ');
  return {
    text: `${title}\n${say.sameLed(led)}`,
    blocks: [
      section(`*${title}*\n${say.sameLed(led)}`),
      actions(button(ids.record, { ...draft, apart: true }, say.apart)),
    ],
  };
}

/** The form of an activity, with what was understood of it. */
export function activityForm(ctx: Ctx, draft: Draft): Outcome {
  const say = inLanguage(words, ctx.language);
  const text = (action: string, value: string | null) => ({
    type: 'plain_text_input' as const,
    action_id: action,
    max_length: 40,
    ...(value === null ? {} : { initial_value: value.slice(0, 40) }),
  });
  return {
    kind: 'view',
    view: form(
      ids.activityForm,
      { place: ctx.place, draft },
      { title: say.title, submit: say.submit, close: say.close },
      [
        input('on', say.on, { type: 'datepicker', action_id: 'on', initial_date: draft.on }),
        input('where', say.where, text('where', draft.place === '' ? null : draft.place)),
        input('field', say.field, text('field', draft.field), { optional: true }),
        input('firms', say.firmsField, text('firms', draft.firms === null ? null : String(draft.firms)), {
          optional: true,
        }),
      ],
    ),
  };
}
