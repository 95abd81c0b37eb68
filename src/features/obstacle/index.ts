import type { Ctx, Feature, Outcome, Pressed, SaidMessage, SentView } from '../../feature.js';
import { inLanguage } from '../../text/language.js';
import { flaggedOutcome, lineOutcome, movedOutcome } from './act/answer.js';
import { nextMoment, runDue } from './act/due.js';
import { showLessons } from './act/lessons.js';
import { answerQuestion, flagForm as fileForm, flagLine } from './act/line.js';
import { type Act, move } from './act/move.js';
import { tellMorningNews } from './act/news.js';
import { choosableProjects } from './act/projects.js';
import { listObstacles, seeObstacle } from './act/see.js';
import { type FormAct, ids, type ListFilter } from './ids.js';
import { type ActFields, readActForm, readFlagForm } from './input.js';
import { privateCard } from './view/card.js';
import { actForm, flagForm } from './view/forms.js';
import { lessonsMessage } from './view/lessons.js';
import { listMessage, readFilter } from './view/list.js';
import { unknownRefusal } from './view/refusals.js';
import { words } from './words.js';

/** Obstacles: flagged by every way there is, climbing by themselves until somebody clears them. */
export const obstacle: Feature = {
  name: 'obstacle',
  commands: [
    {
      name: '/obstacle',
      rights: ['flag-obstacle', 'see-obstacle'],
      description: { zh: '提出卡点，看卡点', en: 'Flag an obstacle, see obstacles' },
      hint: { zh: 'P-017 土地指标未批，影响开工 | list 等我 | 12', en: 'P-017 土地指标未批 | list waiting | 12' },
      opensForm: (text) => text === '',
      run: command,
    },
  ],
  shortcuts: [
    {
      id: 'obstacle.shortcut',
      rights: ['flag-obstacle'],
      name: { zh: '提出卡点', en: 'Flag an obstacle' },
      run: fromMessage,
    },
  ],
  actions: [
    {
      id: ids.open.id,
      rights: ['member'],
      opensForm: true,
      run: (ctx, { value }) => openForm(ctx, '', ids.open.value.parse(value ?? {}).project ?? null, []),
    },
    { id: ids.choose.id, rights: ['flag-obstacle'], run: chosen },
    { id: ids.act.id, rights: ['see-obstacle'], opensForm: true, run: openAct },
    { id: ids.press.id, rights: ['verify-obstacle', 'withdraw-obstacle', 'set-ladder'], run: pressed },
    {
      id: ids.card.id,
      rights: ['see-obstacle'],
      run: (ctx, { value }) => card(ctx, { id: ids.card.value.parse(value).id }),
    },
    { id: ids.list.id, rights: ['see-obstacle'], run: turned },
    { id: ids.filter.id, rights: ['see-obstacle'], run: filtered },
    { id: ids.anyway.id, rights: ['flag-obstacle'], run: anyway },
    { id: ids.same.id, rights: ['see-obstacle'], run: same },
  ],
  views: [
    { id: ids.form.id, rights: ['flag-obstacle'], run: sentForm },
    { id: ids.actForm.id, rights: ['work-obstacle', 'verify-obstacle', 'see-obstacle'], run: sentAct },
  ],
  slots: [
    {
      name: 'news',
      time: (program) => program.policy.prompts.quietTo,
      run: (ctx, { day }) => tellMorningNews(ctx, day),
    },
  ],
  timers: { next: nextMoment, run: runDue },
};

const LIST = /^(?:list|列表|清单)(?:\s+(.*))?$/is;
const LESSONS = /^(?:lessons?|经验)$/i;
const NUMBER = /^#?\s*(\d{1,6})\s*号?$/;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return openForm(ctx, '', null, []);
  const list = LIST.exec(text);
  if (list) {
    const filter = readFilter(list[1] ?? '');
    return filter === null ? unreadFilter(ctx, list[1] ?? '') : listed(ctx, filter, 0);
  }
  if (LESSONS.test(text)) return taught(ctx);
  const number = NUMBER.exec(text.normalize('NFKC'));
  if (number) return card(ctx, { number: Number(number[1]) });
  return lineOutcome(ctx, await flagLine(ctx, { text, thread: null, files: [] }, false));
}

function unreadFilter(ctx: Ctx, typed: string): Outcome {
  const refusal = inLanguage(words, ctx.language).listUnread(typed);
  return { kind: 'refuse', refusal: { ...refusal, understood: null } };
}

async function taught(ctx: Ctx): Promise<Outcome> {
  const shown = await showLessons(ctx);
  if ('denied' in shown) {
    const refusal = inLanguage(words, ctx.language).denied(shown.denied);
    return { kind: 'refuse', refusal: { ...refusal, understood: null } };
  }
  return { kind: 'say', message: lessonsMessage(shown, ctx.language) };
}

async function listed(ctx: Ctx, filter: ListFilter, offset: number): Promise<Outcome> {
  return { kind: 'say', message: listMessage(ctx, await listObstacles(ctx, filter, offset)) };
}

async function card(ctx: Ctx, which: { id: number } | { number: number }): Promise<Outcome> {
  const seen = await seeObstacle(ctx, which);
  return seen ? { kind: 'say', message: privateCard(ctx, seen) } : unknownRefusal(ctx);
}

async function openForm(
  ctx: Ctx,
  text: string,
  projectId: number | null,
  files: readonly { id: string; name: string }[],
): Promise<Outcome> {
  return flagForm(ctx, await choosableProjects(ctx, projectId), { text, projectId, files });
}

/** On any message: the form with its text and files, to be looked over before it is filed. */
async function fromMessage(ctx: Ctx, message: SaidMessage): Promise<Outcome> {
  const names = await ctx.store.names(ctx.program);
  const code = message.threadOf?.code ?? [...names.byCode.keys()].find((each) => message.text.includes(each));
  const projectId = code === undefined ? null : (names.byCode.get(code)?.id ?? null);
  return openForm(ctx, message.text, projectId, message.files.slice(0, 5));
}

async function chosen(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { partial, choice } = ids.choose.value.parse(value);
  return replaced(await lineOutcome(ctx, await answerQuestion(ctx, partial, choice)));
}

async function anyway(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { text, thread } = ids.anyway.value.parse(value);
  return replaced(await lineOutcome(ctx, await flagLine(ctx, { text, thread, files: [] }, true)));
}

async function same(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { id, text } = ids.same.value.parse(value);
  const act: Act = { do: 'comment', text };
  return replaced(movedOutcome(ctx, act, await move(ctx, id, null, act), false));
}

const replaced = (outcome: Outcome): Outcome =>
  outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;

async function turned(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { filter, offset } = ids.list.value.parse(value);
  return replaced(await listed(ctx, filter, offset));
}

async function filtered(ctx: Ctx, { chosen }: Pressed): Promise<Outcome> {
  return replaced(await listed(ctx, ids.filter.value.parse(JSON.parse(chosen ?? '{"of":"all"}')), 0));
}

async function openAct(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { id, version, act } = ids.act.value.parse(value);
  const seen = await seeObstacle(ctx, { id });
  return seen ? actForm(ctx, seen, version, act) : unknownRefusal(ctx);
}

async function pressed(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { id, version, act } = ids.press.value.parse(value);
  const result = await move(ctx, id, version, { do: act });
  const outcome = movedOutcome(ctx, { do: act }, result, false);
  // What asked for it in direct messages is a post of ours, which its own edit changes.
  return result.kind === 'moved' && !ctx.place.channelId?.startsWith('D') ? replaced(outcome) : outcome;
}

async function sentForm(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { files } = ids.form.value.parse(sent.metadata);
  const read = readFlagForm(sent);
  if ('faults' in read) {
    const texts = { 'project-missing': say.faultProject, 'text-missing': say.faultText };
    return {
      kind: 'errors',
      errors: Object.fromEntries(Object.entries(read.faults).map(([field, fault]) => [field, texts[fault]])),
    };
  }
  const filed = await fileForm(ctx, read.fields, files, false);
  switch (filed.kind) {
    case 'flagged':
      return flaggedOutcome(ctx, filed.obstacle);
    case 'alike':
      return { kind: 'errors', errors: { text: say.faultAlike(filed.obstacle.number) } };
    case 'gone':
      return { kind: 'errors', errors: { project: say.faultProject } };
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(filed.why), understood: null } };
  }
}

async function sentAct(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { id, version, act } = ids.actForm.value.parse(sent.metadata);
  const wanted = actOf(act, readActForm(sent));
  if ('missing' in wanted)
    return {
      kind: 'errors',
      errors: { [wanted.missing]: wanted.missing === 'promised' ? say.faultPromised : say.faultDepartment },
    };
  return movedOutcome(ctx, wanted, await move(ctx, id, version, wanted), true);
}

function actOf(
  act: FormAct,
  { promised, text, rule, unitId }: ActFields,
): Act | { missing: 'promised' | 'department' } {
  switch (act) {
    case 'claim':
      return promised === null ? { missing: 'promised' } : { do: 'claim', promisedFor: promised };
    case 'resolve':
      return { do: 'resolve', what: text, rule };
    case 'raise':
      return { do: 'raise', reason: text };
    case 'hand-over':
      return unitId === null ? { missing: 'department' } : { do: 'hand-over', toUnitId: unitId, reason: text };
    case 'return':
      return { do: 'return', reason: text };
    case 'comment':
      return { do: 'comment', text };
  }
}
