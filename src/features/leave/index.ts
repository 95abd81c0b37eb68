import type { Ctx, Feature, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { type EnterResult, endLeave, enterLeave, listLeaves, tellUntold } from './act.js';
import { ids, readLeaveForm, readLeaveLine } from './input.js';
import { endedMessage, enteredMessage, leaveForm, leavesMessage, refusedWords } from './view.js';
import { words } from './words.js';

/** Leave and delegates (请假代理): who acts while somebody is away. */
export const leave: Feature = {
  name: 'leave',
  commands: [
    {
      name: '/leave',
      rights: ['enter-leave'],
      description: { zh: '登记请假和代理人', en: 'Enter leave and who stands in' },
      hint: { zh: '5月6日-9日 代理 韩振国 | list', en: '5月6日-9日 代理 韩振国 | list' },
      opensForm: (text) => text === '',
      run: command,
    },
  ],
  actions: [
    { id: ids.open.id, rights: ['member'], opensForm: true, run: (ctx) => Promise.resolve(leaveForm(ctx)) },
    { id: ids.end.id, rights: ['enter-leave'], run: ended },
  ],
  views: [{ id: ids.form.id, rights: ['enter-leave'], run: sentForm }],
  timers: { next: (store, program, now) => store.leaves.nextUntold(program.id, now), run: tellUntold },
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return leaveForm(ctx);
  if (/^(?:list|列表|清单)$/i.test(text)) return { kind: 'say', message: leavesMessage(ctx, await listLeaves(ctx)) };
  const read = readLeaveLine(text, await ctx.store.people.ofProgram(ctx.program.id), ctx.today);
  if ('fault' in read)
    return { kind: 'refuse', refusal: { ...inLanguage(words, ctx.language).unread, understood: null } };
  const { personId, ...rest } = read.leave;
  return said(ctx, await enterLeave(ctx, { ...rest, personId: personId ?? ctx.person.id }));
}

function said(ctx: Ctx, result: EnterResult): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (result.kind) {
    case 'entered':
      return { kind: 'say', message: enteredMessage(result.entered, ctx.language, ctx.program.year) };
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.refused(result.why), understood: null } };
    case 'refused':
      return {
        kind: 'refuse',
        refusal: { ...say.refused(refusedWords(result.because, ctx.language)), understood: null },
      };
  }
}

async function sentForm(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { from, to, person, delegate } = readLeaveForm(sent);
  if (from === null || to === null)
    return { kind: 'errors', errors: { [from === null ? 'from' : 'to']: say.faultDays } };
  const people = await ctx.store.people.ofProgram(ctx.program.id);
  const idOf = (account: string) => people.find((each) => each.slackUserId === account)?.id;
  const personId = person === null ? ctx.person.id : idOf(person);
  const delegateId = delegate === null ? null : idOf(delegate);
  if (personId === undefined) return { kind: 'errors', errors: { person: say.faultStranger } };
  if (delegateId === undefined) return { kind: 'errors', errors: { delegate: say.faultStranger } };
  const result = await enterLeave(ctx, { personId, delegateId, from, to });
  if (result.kind !== 'refused') return said(ctx, result);
  const field = { order: 'to', past: 'to', self: 'delegate', stranger: 'delegate' }[result.because];
  return { kind: 'errors', errors: { [field]: refusedWords(result.because, ctx.language) } };
}

async function ended(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const result = await endLeave(ctx, ids.end.value.parse(value).id);
  switch (result.kind) {
    case 'ended':
      return { kind: 'replace', message: endedMessage(result.entered, ctx.language, ctx.program.year) };
    case 'gone':
      return { kind: 'replace', message: plain(say.gone) };
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.refused(result.why), understood: null } };
  }
}
