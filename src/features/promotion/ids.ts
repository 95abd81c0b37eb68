import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { MONEY_KINDS } from '../../domain/promotion/money.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));

/** An activity as it is to be recorded, read back to be confirmed. */
const draft = z.object({
  leader: z.number(),
  joined: z.array(z.number()),
  on: day,
  place: z.string(),
  field: z.string().nullable(),
  firms: z.number().nullable(),
  text: z.string(),
  /** Another leader led one of that day and place, and this is not the same. */
  apart: z.boolean(),
});
export type Draft = Readonly<z.infer<typeof draft>>;

/** A lead as it is to be told of, read back to be confirmed. */
const lead = z.object({ investor: z.string(), field: z.string().nullable(), wants: z.string().nullable() });
export type LeadDraft = Readonly<z.infer<typeof lead>>;

/** `version`: the lead as its presser saw it. */
const leadPress = z.object({ id: z.number(), version: z.number() });
export type LeadPress = Readonly<z.infer<typeof leadPress>>;

const leadForm = z.object({ place: placeShape, id: z.number(), version: z.number() });

/** The lists behind the numbers. `moment`: that of the number. */
const listed = z.object({
  of: z.enum(['activities', ...MONEY_KINDS]),
  moment: z.number(),
  offset: z.number(),
});
export type Listed = Readonly<z.infer<typeof listed>>;

/** The buttons and forms of this feature. */
export const ids = {
  record: defineId('promotion.record', draft),
  /** Opens the form of an activity, with what was understood. */
  change: defineId('promotion.change', draft),
  undo: defineId('promotion.undo', z.object({ id: z.number() })),
  list: defineId('promotion.list', listed),
  /** Who did and who is short, of a month. */
  duty: defineId('promotion.duty', z.object({ month: day })),
  excuse: defineId('promotion.excuse', z.object({ leader: z.number(), month: day })),
  confirm: defineId('promotion.confirm', z.object({ id: z.number() })),
  /** The vouchers of a spreadsheet that wait; all of them confirmed by one press below the list of so many. */
  batch: defineId('promotion.batch', z.object({ import: z.int(), offset: z.int() })),
  confirmBatch: defineId('promotion.confirm-batch', z.object({ import: z.int(), count: z.int() })),
  return: defineId('promotion.return', z.object({ id: z.number() })),
  tellLead: defineId('promotion.tell-lead', lead),
  /** It is the investor of a lead that is there. */
  joinLead: defineId('promotion.join-lead', z.object({ id: z.number(), text: z.string() })),
  lead: defineId('promotion.lead', z.object({ id: z.number() })),
  leads: defineId('promotion.leads', z.object({ offset: z.number() })),
  pursue: defineId('promotion.pursue', leadPress),
  drop: defineId('promotion.drop', leadPress),
  answered: defineId('promotion.answered', leadPress),
  contact: defineId('promotion.contact', leadPress),
  sign: defineId('promotion.sign', leadPress),
  unsign: defineId('promotion.unsign', leadPress),
  dropForm: defineForm('promotion.drop-form', leadForm, z.object({ text: filled.text })),
  contactForm: defineForm('promotion.contact-form', leadForm, z.object({ text: filled.text })),
  activityForm: defineForm(
    'promotion.activity-form',
    z.object({ place: placeShape, draft }),
    z.object({ on: filled.day, where: filled.text, field: filled.text, firms: filled.text }),
  ),
  excuseForm: defineForm(
    'promotion.excuse-form',
    z.object({ place: placeShape, leader: z.number(), month: day }),
    z.object({ reason: filled.text }),
  ),
  returnForm: defineForm(
    'promotion.return-form',
    z.object({ place: placeShape, id: z.number() }),
    z.object({ reason: filled.text }),
  ),
};
