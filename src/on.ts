import type { z } from 'zod';
import type { Action, Ctx, Outcome, Pressed, Rights, SentView, Suggestion, UnlinkedCtx, View } from './feature.js';

/** Names a button or menu, and what it carries; made once in a feature's ids.ts and used on both sides. */
export type Id<Value> = { readonly id: string; readonly value: z.ZodType<Value> };

/** Names a form: what it carries unseen, and what may be filled in. */
export type FormId<Value, Fields> = Id<Value> & { readonly fields: z.ZodType<Fields> };

/** What an entry of a contents page may say besides. */
type PressSettings<Value> = {
  /** A loading form is opened before anything is read. */
  readonly opensForm?: boolean;
  readonly unlinked?: (ctx: UnlinkedCtx, value: Value, pressed: Pressed) => Promise<Outcome>;
};

/**
 * The entries of a contents page: a name, by which rules a person is let in, and who answers. What a control or a form
 * carries is read by its id's shape before a handler sees it; what does not fit it was not made by us, and is a fault.
 *
 *     on.press(ids.open, ['flag-obstacle'], (ctx, { project }) => openFlagForm(ctx, project), { opensForm: true })
 *     on.form(ids.form, ['flag-obstacle'], (ctx, { project }, fields) => submitFlagForm(ctx, project, fields))
 */
export const on = {
  /** A button. */
  press<Value>(
    { id, value }: Id<Value>,
    rights: Rights,
    run: (ctx: Ctx, value: Value, pressed: Pressed) => Promise<Outcome>,
    { opensForm = false, unlinked }: PressSettings<Value> = {},
  ): Action {
    return {
      id,
      rights,
      opensForm,
      run: (ctx, pressed) => run(ctx, value.parse(pressed.value), pressed),
      ...(unlinked && { unlinked: (ctx, pressed) => unlinked(ctx, value.parse(pressed.value), pressed) }),
    };
  },

  /** A menu: each of its options carries the id's shape as JSON. */
  choose<Value>(
    { id, value }: Id<Value>,
    rights: Rights,
    run: (ctx: Ctx, value: Value, pressed: Pressed) => Promise<Outcome>,
    { opensForm = false }: { readonly opensForm?: boolean } = {},
  ): Action {
    const read = (chosen: string | null) => value.parse(chosen === null ? null : JSON.parse(chosen));
    return { id, rights, opensForm, run: (ctx, pressed) => run(ctx, read(pressed.chosen), pressed) };
  },

  /** A form that was sent. */
  form<Value, Fields>(
    { id, value, fields }: FormId<Value, Fields>,
    rights: Rights,
    run: (ctx: Ctx, value: Value, fields: Fields, sent: SentView) => Promise<Outcome>,
    unlinked?: (ctx: UnlinkedCtx, value: Value, fields: Fields) => Promise<Outcome>,
  ): View {
    return {
      id,
      rights,
      run: (ctx, sent) => run(ctx, value.parse(sent.metadata), fields.parse(sent.fields), sent),
      ...(unlinked && {
        unlinked: (ctx, sent) => unlinked(ctx, value.parse(sent.metadata), fields.parse(sent.fields)),
      }),
    };
  },

  /** A menu whose options are looked up as a person types. */
  suggest({ id }: Id<unknown>, rights: Rights, run: (ctx: Ctx, typed: string) => Promise<Outcome>): Suggestion {
    return { id, rights, run };
  },
};
