import type { Ctx, Feature, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { search } from '../project/door.js';
import { chooseAsked, chosenAsked } from '../prompt/door.js';
import { complain, reply, tellUntold, whyNoReply } from './act/complain.js';
import { examplesOf } from './act/examples.js';
import { knowSelf } from './act/me.js';
import { ids } from './ids.js';
import { anonymously, MOST_COMPLAINT, subcommand } from './input.js';
import { complaintForm, replyForm, sentMessage } from './view/complaint.js';
import { helpMessage } from './view/help.js';
import { meMessage, settingsMessage } from './view/me.js';
import { complaintWords } from './words.js';

/** `/gongjian`: how to use the bot, what it knows about one, a word to the coordinators; anything else finds a project. */
export const help: Feature = {
  name: 'help',
  commands: [
    {
      name: '/gongjian',
      description: { zh: '怎么用，找项目', en: 'How to use it; find a project' },
      hint: { zh: 'P-017 | ajjkc | 设置 | 我 | 意见 …', en: 'P-017 | ajjkc | settings | me | complain …' },
      rights: ['member', 'see-project'],
      opensForm: (text) => subcommand(text)?.name === 'complain' && subcommand(text)?.rest === '',
      run: command,
    },
  ],
  actions: [
    { id: ids.help.id, rights: ['member'], run: showHelp },
    { id: ids.settings.id, rights: ['member'], run: showSettings },
    { id: ids.me.id, rights: ['member'], run: showMe },
    { id: ids.asked.id, rights: ['member'], run: choose },
    { id: ids.complain.id, rights: ['member'], opensForm: true, run: openComplaint },
    { id: ids.reply.id, rights: ['answer-complaint'], opensForm: true, run: openReply },
  ],
  views: [
    { id: ids.complaintForm.id, rights: ['member'], run: sentComplaint },
    { id: ids.replyForm.id, rights: ['answer-complaint'], run: sentReply },
  ],
  timers: { next: (store, program, now) => store.complaints.nextUntold(program.id, now), run: tellUntold },
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
    case 'complain': {
      if (asked.rest === '') return openComplaint(ctx);
      const { anonymous, text: said } = anonymously(asked.rest);
      return complained(ctx, said, anonymous);
    }
    default:
      return search(ctx, text);
  }
}

async function showHelp(ctx: Ctx): Promise<Outcome> {
  const { units } = await ctx.store.search(ctx.program);
  return { kind: 'say', message: helpMessage(ctx, await examplesOf(ctx), units) };
}

async function showSettings(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: settingsMessage(ctx, await chosenAsked(ctx)) };
}

async function showMe(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: meMessage(ctx, await knowSelf(ctx)) };
}

async function choose(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { asked } = ids.asked.value.parse(value);
  await chooseAsked(ctx, asked);
  return { kind: 'replace', message: settingsMessage(ctx, asked) };
}

async function openComplaint(ctx: Ctx): Promise<Outcome> {
  return { kind: 'view', view: complaintForm(ctx) };
}

async function complained(ctx: Ctx, text: string, anonymous: boolean): Promise<Outcome> {
  const say = inLanguage(complaintWords, ctx.language);
  const result = await complain(ctx, text, anonymous);
  switch (result.kind) {
    case 'sent':
      return { kind: 'say', message: sentMessage(result.to, anonymous, ctx.language) };
    case 'empty':
      return openComplaint(ctx);
    case 'too-long':
      return { kind: 'refuse', refusal: { ...say.tooLong(MOST_COMPLAINT), understood: null } };
    case 'nobody':
      return { kind: 'refuse', refusal: { ...say.nobody, understood: null } };
  }
}

async function sentComplaint(ctx: Ctx, { fields }: SentView): Promise<Outcome> {
  const text = typeof fields.text === 'string' ? fields.text : '';
  if (text.trim() === '') return { kind: 'errors', errors: { text: inLanguage(complaintWords, ctx.language).empty } };
  const anonymous = Array.isArray(fields.anonymous) && fields.anonymous.length > 0;
  return complained(ctx, text, anonymous);
}

async function openReply(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  return replyDenied(ctx) ?? { kind: 'view', view: replyForm(ctx, ids.reply.value.parse(value).id) };
}

async function sentReply(ctx: Ctx, { metadata, fields }: SentView): Promise<Outcome> {
  const say = inLanguage(complaintWords, ctx.language);
  const { id } = ids.replyForm.value.parse(metadata);
  const result = await reply(ctx, id, typeof fields.text === 'string' ? fields.text : '');
  switch (result.kind) {
    case 'replied':
      return { kind: 'say', message: plain(say.replied) };
    case 'empty':
      return { kind: 'errors', errors: { text: say.empty } };
    case 'too-long':
      return { kind: 'errors', errors: { text: say.tooLong(MOST_COMPLAINT).wrong } };
    case 'unreachable':
      return { kind: 'refuse', refusal: { ...say.unreachable, understood: null } };
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(result.why), understood: null } };
  }
}

function replyDenied(ctx: Ctx): Outcome | null {
  const why = whyNoReply(ctx);
  if (why === null) return null;
  return { kind: 'refuse', refusal: { ...inLanguage(complaintWords, ctx.language).denied(why), understood: null } };
}
