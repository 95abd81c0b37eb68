import { z } from 'zod';
import { defineId, placeShape } from '../../slack/blocks.js';

const of = z.object({ person: z.number() });
const about = z.object({ request: z.number() });
const at = z.object({ position: z.number() });

/** The buttons, menus and forms of this feature. */
export const ids = {
  /** Of who is not on the list: opens the form that asks to be let in. */
  ask: defineId('people.ask', z.object({})),
  askForm: defineId('people.ask-form', z.object({ place: placeShape })),

  /** What a coordinator does with such a request. */
  tie: defineId('people.tie', z.object({ request: z.number(), person: z.number() })),
  choose: defineId('people.choose', about),
  tieForm: defineId('people.tie-form', about),
  refuse: defineId('people.refuse', about),
  refuseForm: defineId('people.refuse-form', about),

  /** Menus that look people and units up. */
  person: defineId('people.person', z.string()),
  unit: defineId('people.unit', z.string()),

  card: defineId('people.card', of),
  code: defineId('people.code', of),
  untie: defineId('people.untie', of),
  /** `request`: whose account the new person gets. */
  add: defineId('people.add', z.object({ request: z.number().nullable() })),
  addForm: defineId('people.add-form', z.object({ request: z.number().nullable(), place: placeShape })),
  role: defineId('people.role', z.object({ person: z.number().nullable() })),
  roleForm: defineId('people.role-form', z.object({ place: placeShape })),

  leaves: defineId('people.leaves', of),
  handOver: defineId('people.hand-over', of),
  handOverForm: defineId('people.hand-over-form', z.object({ person: z.number(), place: placeShape })),
  retire: defineId('people.retire', of),

  positions: defineId('people.positions', z.object({})),
  position: defineId('people.position', z.object({})),
  positionForm: defineId('people.position-form', z.object({ place: placeShape })),
  bind: defineId('people.bind', at),
  bindForm: defineId('people.bind-form', z.object({ position: z.number(), place: placeShape })),
  successor: defineId('people.successor', at),
  successorForm: defineId('people.successor-form', z.object({ position: z.number(), place: placeShape })),
  /** `from`: who held it when the preview was shown. */
  succeed: defineId(
    'people.succeed',
    z.object({ position: z.number(), from: z.number().nullable(), to: z.number().nullable() }),
  ),
  undo: defineId('people.undo', z.object({ cause: z.string() })),
};
