import { z } from 'zod';
import { ROLES } from '../../domain/plan.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const of = z.object({ person: z.number() });
const about = z.object({ request: z.number() });
const at = z.object({ position: z.number() });

/** The buttons, menus and forms of this feature. */
export const ids = {
  /** Of who is not on the list: opens the form that asks to be let in. */
  ask: defineId('people.ask', z.object({})),
  askForm: defineForm(
    'people.ask-form',
    z.object({ place: placeShape }),
    z.object({ name: filled.text, unit: filled.text, words: filled.text }),
  ),

  /** What a coordinator does with such a request. */
  tie: defineId('people.tie', z.object({ request: z.number(), person: z.number() })),
  choose: defineId('people.choose', about),
  tieForm: defineForm('people.tie-form', about, z.object({ person: filled.id })),
  refuse: defineId('people.refuse', about),
  refuseForm: defineForm('people.refuse-form', about, z.object({ why: filled.text })),

  /** Menus that look people and units up. */
  person: defineId('people.person', z.string()),
  unit: defineId('people.unit', z.string()),

  card: defineId('people.card', of),
  code: defineId('people.code', of),
  untie: defineId('people.untie', of),
  /** `request`: whose account the new person gets. */
  add: defineId('people.add', z.object({ request: z.number().nullable() })),
  addForm: defineForm(
    'people.add-form',
    z.object({ request: z.number().nullable(), place: placeShape }),
    z.object({
      name: filled.text,
      nameEn: filled.text,
      title: filled.text,
      email: filled.text,
      role: filled.oneOf(ROLES),
      unit: filled.id,
    }),
  ),
  role: defineId('people.role', z.object({ person: z.number().nullable() })),
  roleForm: defineForm(
    'people.role-form',
    z.object({ place: placeShape }),
    z.object({
      person: filled.id,
      role: filled.oneOf(ROLES),
      unit: filled.id,
      change: filled.oneOf(['give', 'take']),
    }),
  ),

  leaves: defineId('people.leaves', of),
  handOver: defineId('people.hand-over', of),
  handOverForm: defineForm(
    'people.hand-over-form',
    z.object({ person: z.number(), place: placeShape }),
    z.object({ to: filled.id, what: filled.several }),
  ),
  retire: defineId('people.retire', of),

  positions: defineId('people.positions', z.object({})),
  position: defineId('people.position', z.object({})),
  positionForm: defineForm(
    'people.position-form',
    z.object({ place: placeShape }),
    z.object({ name: filled.text, unit: filled.id, holder: filled.id }),
  ),
  bind: defineId('people.bind', at),
  bindForm: defineForm(
    'people.bind-form',
    z.object({ position: z.number(), place: placeShape }),
    z.object({ what: filled.several }),
  ),
  successor: defineId('people.successor', at),
  successorForm: defineForm(
    'people.successor-form',
    z.object({ position: z.number(), place: placeShape }),
    z.object({ to: filled.id }),
  ),
  /** `from`: who held it when the preview was shown. */
  succeed: defineId(
    'people.succeed',
    z.object({ position: z.number(), from: z.number().nullable(), to: z.number().nullable() }),
  ),
  undo: defineId('people.undo', z.object({ cause: z.string() })),
};
