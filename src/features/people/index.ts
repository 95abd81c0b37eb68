import type { Ctx, Feature, Outcome } from '../../feature.js';
import { inLanguage } from '../../text/language.js';
import {
  onTheList,
  openRefuse,
  openTie,
  pressedCode,
  pressedTie,
  pressedUntie,
  sentRefuse,
  sentTie,
  strangers,
  strangersAsk,
  strangersCommand,
  strangersForm,
} from './accounts.js';
import { makeCode } from './act/account.js';
import { tellUntold } from './act/request.js';
import { personInFront } from './act/see.js';
import { ids } from './ids.js';
import { readSubcommand } from './input.js';
import { leavesLine, openHandOver, pressedLeaves, pressedRetire, pressedUndo, sentHandOver } from './leaving.js';
import { peopleOptions, unitOptions } from './menus.js';
import {
  listed,
  openBind,
  openPosition,
  openSuccessor,
  positionLine,
  pressedSucceed,
  sentBind,
  sentPosition,
  sentSuccessor,
} from './positions.js';
import { notOne, openAdd, openRole, overview, pressedCard, roleLine, sentAdd, sentRole, show } from './roster.js';
import { shareLine } from './shared.js';
import { codeOutcome } from './view/account.js';
import { refuse } from './view/parts.js';
import { words } from './words.js';

/** People (人员): who is on the list, what they hold, whose account is whose. */
export const people: Feature = {
  name: 'people',
  commands: [
    {
      name: '/people',
      words: ['people', '人员'],
      rights: ['own', 'see-owned', 'make-code', 'change-roles', 'change-positions', 'hand-over', 'share-project'],
      description: { zh: '人员、角色、岗位', en: 'People, roles, positions' },
      hint: {
        zh: '[姓名或单位] | code 张三 | role 张三 责任人 水利局',
        en: '[name or unit] | code Zhang San | role Zhang San official',
      },
      opensForm: (text) => /^(?:add|登记|新增|role|roles|角色)$/i.test(text),
      run: command,
      strangers: strangersCommand,
    },
  ],
  strangers,
  actions: [
    { id: ids.ask.id, rights: ['member'], opensForm: true, run: onTheList, strangers: strangersForm },
    { id: ids.tie.id, rights: ['tie-account'], run: pressedTie },
    { id: ids.choose.id, rights: ['tie-account'], opensForm: true, run: openTie },
    { id: ids.refuse.id, rights: ['tie-account'], opensForm: true, run: openRefuse },
    { id: ids.card.id, rights: ['see-owned'], run: pressedCard },
    { id: ids.code.id, rights: ['make-code'], run: pressedCode },
    { id: ids.untie.id, rights: ['tie-account'], run: pressedUntie },
    { id: ids.add.id, rights: ['change-roles'], opensForm: true, run: openAdd },
    { id: ids.role.id, rights: ['change-roles'], opensForm: true, run: openRole },
    { id: ids.positions.id, rights: ['change-positions'], run: listed },
    { id: ids.position.id, rights: ['change-positions'], opensForm: true, run: openPosition },
    { id: ids.bind.id, rights: ['change-positions'], opensForm: true, run: openBind },
    { id: ids.successor.id, rights: ['change-positions'], opensForm: true, run: openSuccessor },
    { id: ids.succeed.id, rights: ['change-positions'], run: pressedSucceed },
    { id: ids.leaves.id, rights: ['hand-over'], run: pressedLeaves },
    { id: ids.handOver.id, rights: ['hand-over'], opensForm: true, run: openHandOver },
    { id: ids.retire.id, rights: ['hand-over'], run: pressedRetire },
    { id: ids.undo.id, rights: ['hand-over'], run: pressedUndo },
  ],
  views: [
    { id: ids.askForm.id, rights: ['member'], run: onTheList, strangers: strangersAsk },
    { id: ids.tieForm.id, rights: ['tie-account'], run: sentTie },
    { id: ids.refuseForm.id, rights: ['tie-account'], run: sentRefuse },
    { id: ids.addForm.id, rights: ['change-roles'], run: sentAdd },
    { id: ids.roleForm.id, rights: ['change-roles'], run: sentRole },
    { id: ids.positionForm.id, rights: ['change-positions'], run: sentPosition },
    { id: ids.bindForm.id, rights: ['change-positions'], run: sentBind },
    { id: ids.successorForm.id, rights: ['change-positions'], run: sentSuccessor },
    { id: ids.handOverForm.id, rights: ['hand-over'], run: sentHandOver },
  ],
  suggestions: [
    { id: ids.person.id, rights: ['member'], run: peopleOptions },
    { id: ids.unit.id, rights: ['member'], run: unitOptions },
  ],
  timers: { next: (store, program, now) => store.accountRequests.nextUntold(program.id, now), run: tellUntold },
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const { ask, rest } = readSubcommand(text);
  switch (ask) {
    case 'link':
      return onTheList(ctx);
    case 'code':
      return codeFor(ctx, rest);
    case 'add':
      return openAdd(ctx, { value: { request: null } });
    case 'role':
      return rest === '' ? openRole(ctx, { value: { person: null } }) : roleLine(ctx, rest);
    case 'position':
      return rest === '' ? listed(ctx) : positionLine(ctx, rest);
    case 'leaves':
      return leavesLine(ctx, rest);
    case 'share':
    case 'unshare':
      return shareLine(ctx, rest, ask === 'share');
    default:
      return text === '' ? overview(ctx) : show(ctx, text);
  }
}

async function codeFor(ctx: Ctx, called: string): Promise<Outcome> {
  if (called === '') return refuse(inLanguage(words.people, ctx.language).unknown(''));
  const { found } = await personInFront(ctx, called);
  return found.kind === 'one' ? codeOutcome(ctx, await makeCode(ctx, found.person.id)) : notOne(ctx, found, called);
}
