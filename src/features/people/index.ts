import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { add, openAdd } from './add.js';
import { ask, onTheList, tellUntold } from './ask.js';
import { bind, openBind } from './bind.js';
import { codeByLine, giveCode } from './code.js';
import { openRefuse, openTie, refuseRequest, tieChosen, tieNamed } from './decide.js';
import { handOverChosen, openHandOver } from './hand-over.js';
import { ids } from './ids.js';
import { leavesByLine, showLeaving } from './leaving.js';
import { make, openPosition } from './make-position.js';
import { peopleOptions, unitOptions } from './menus.js';
import { askForm } from './messages/ask.js';
import { unlinkedHome } from './messages/unlinked.js';
import { listPositions } from './positions.js';
import { retireLeaving } from './retire.js';
import { changeByForm, changeByLine, openRole } from './role.js';
import { shareByLine } from './share.js';
import { show, showCard, showOverview } from './show.js';
import { readSubcommand } from './subcommand.js';
import { confirmSuccessor, openSuccessor, previewSuccessor, succeedByLine } from './succeed.js';
import { undo } from './undo.js';
import { unlinkedCommand, unlinkedSaid } from './unlinked.js';
import { untie } from './untie.js';

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
        zh: '[姓名或单位] | 口令 张三 | 角色 张三 责任人 水利局',
        en: '[name or unit] | code Zhang San | role Zhang San official',
      },
      opensForm: (text) => /^(?:add|登记|新增|role|roles|角色)$/i.test(text),
      run: command,
      unlinked: unlinkedCommand,
    },
  ],
  unlinked: { said: unlinkedSaid, home: async (ctx) => unlinkedHome(ctx) },
  actions: [
    on.press(ids.ask, ['member'], onTheList, { opensForm: true, unlinked: async (ctx) => askForm(ctx) }),
    on.press(ids.tie, ['tie-account'], tieNamed),
    on.press(ids.choose, ['tie-account'], openTie, { opensForm: true }),
    on.press(ids.refuse, ['tie-account'], openRefuse, { opensForm: true }),
    on.press(ids.card, ['see-owned'], showCard),
    on.press(ids.code, ['make-code'], giveCode),
    on.press(ids.untie, ['tie-account'], untie),
    on.press(ids.add, ['change-roles'], openAdd, { opensForm: true }),
    on.press(ids.role, ['change-roles'], openRole, { opensForm: true }),
    on.press(ids.positions, ['change-positions'], listPositions),
    on.press(ids.position, ['change-positions'], openPosition, { opensForm: true }),
    on.press(ids.bind, ['change-positions'], openBind, { opensForm: true }),
    on.press(ids.successor, ['change-positions'], openSuccessor, { opensForm: true }),
    on.press(ids.succeed, ['change-positions'], confirmSuccessor),
    on.press(ids.leaves, ['hand-over'], showLeaving),
    on.press(ids.handOver, ['hand-over'], openHandOver, { opensForm: true }),
    on.press(ids.retire, ['hand-over'], retireLeaving),
    on.press(ids.undo, ['hand-over'], undo),
  ],
  views: [
    on.form(ids.askForm, ['member'], onTheList, ask),
    on.form(ids.tieForm, ['tie-account'], tieChosen),
    on.form(ids.refuseForm, ['tie-account'], refuseRequest),
    on.form(ids.addForm, ['change-roles'], add),
    on.form(ids.roleForm, ['change-roles'], changeByForm),
    on.form(ids.positionForm, ['change-positions'], make),
    on.form(ids.bindForm, ['change-positions'], bind),
    on.form(ids.successorForm, ['change-positions'], previewSuccessor),
    on.form(ids.handOverForm, ['hand-over'], handOverChosen),
  ],
  suggestions: [on.suggest(ids.person, ['member'], peopleOptions), on.suggest(ids.unit, ['member'], unitOptions)],
  timers: {
    of: 'account-request',
    next: (store, program, now) => store.accountRequests.nextUntold(program.id, now),
    run: tellUntold,
  },
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const { ask, rest } = readSubcommand(text);
  switch (ask) {
    case 'link':
      return onTheList(ctx);
    case 'code':
      return codeByLine(ctx, rest);
    case 'add':
      return openAdd(ctx, { request: null });
    case 'role':
      return rest === '' ? openRole(ctx, { person: null }) : changeByLine(ctx, rest);
    case 'position':
      return rest === '' ? listPositions(ctx) : succeedByLine(ctx, rest);
    case 'leaves':
      return leavesByLine(ctx, rest);
    case 'share':
    case 'unshare':
      return shareByLine(ctx, rest, ask === 'share');
    default:
      return text === '' ? showOverview(ctx) : show(ctx, text);
  }
}
