import { X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Actionable } from '../blocks/actionable.js';
import { Blocks } from '../blocks/blocks.js';
import { check } from '../blocks/check.js';
import { valueOfHeld } from '../blocks/held.js';
import { type Surface, SurfaceContext, useSend } from '../blocks/surface.js';
import { initialOf, valuesOf } from '../blocks/values.js';
import { Dialog } from '../frame/dialog.js';
import { useWorkspace } from '../state/workspace.js';
import { withEmoji } from '../text/emoji.js';
import type { ActAnswer, Place, Value, Values, View } from '../wire.js';
import { useWords } from '../words/words.js';

const place: Place = { in: 'modal' };

const textOf = (text: string | { text: string } | undefined) =>
  text === undefined ? undefined : withEmoji(typeof text === 'string' ? text : text.text);

/**
 * The person's open form. What was typed is kept by view, block_id and action_id: it survives an error, an update of the view and the time that
 * another form lies on top.
 */
export function ModalHost({ modal }: { modal: View | null }) {
  const [typed, setTyped] = useState<Record<string, Values>>({});
  const keep = useCallback((viewId: string, change: (values: Values) => Values) => {
    setTyped((all) => ({ ...all, [viewId]: change(all[viewId] ?? {}) }));
  }, []);
  const open = modal !== null;
  useEffect(() => {
    if (!open) setTyped({});
  }, [open]);
  if (!modal) return null;
  return <Form key="form" view={modal} typed={typed[modal.id] ?? {}} keep={keep} />;
}

interface FormProps {
  view: View;
  typed: Values;
  keep: (viewId: string, change: (values: Values) => Values) => void;
}

function Form({ view, typed, keep }: FormProps) {
  const words = useWords();
  const { act } = useWorkspace();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState<'submit' | 'close' | null>(null);
  const body = useRef<HTMLDivElement>(null);

  // Faults that came another way: a reload of the page, or a script that acts as the same person.
  useEffect(() => {
    if (view.errors && Object.keys(view.errors).length > 0) setErrors(view.errors);
  }, [view.errors]);

  // Another form on the stack starts clean and at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view's id is what changes
  useEffect(() => {
    setErrors(view.errors ?? {});
    setTrouble(view.trouble ?? null);
    body.current?.scrollTo({ top: 0 });
  }, [view.id]);

  const heldValue = useCallback(
    (blockId: string, element: Actionable, initial: Value): Value => {
      const actionId = element.action_id ?? '';
      const own = typed[blockId]?.[actionId];
      if (own !== undefined) return own;
      // After a reload of the page, what the workspace still knows.
      const held = view.state?.[blockId]?.[actionId];
      return held === undefined ? initial : valueOfHeld(actionId, held);
    },
    [typed, view.state],
  );
  const all = useCallback(
    () => valuesOf(view.blocks, (blockId, element) => heldValue(blockId, element, initialOf(element))),
    [view.blocks, heldValue],
  );
  const heard = useCallback((answer: ActAnswer) => setTrouble(answer.error ?? null), []);
  const send = useSend(place, heard, all);

  const surface = useMemo<Surface>(
    () => ({
      place,
      heldValue,
      change: (blockId, element, value, dispatch, text) => {
        keep(view.id, (values) => ({ ...values, [blockId]: { ...values[blockId], [element.action_id ?? '']: value } }));
        setErrors(({ [blockId]: _, ...rest }) => rest);
        if (dispatch) void send.select(blockId, element, value, text);
      },
      press: send.press,
      pending: send.pending,
      errors,
    }),
    [heldValue, keep, view.id, send, errors],
  );

  const showErrors = (faults: Record<string, string>) => {
    setErrors(faults);
    // After the faults are drawn, the first one comes into view.
    requestAnimationFrame(() => body.current?.querySelector('.fault')?.scrollIntoView({ block: 'center' }));
  };
  const submit = async () => {
    if (busy) return;
    const faults = check(view.blocks, (blockId, element) => heldValue(blockId, element, initialOf(element)), words);
    setTrouble(null);
    if (Object.keys(faults).length > 0) return showErrors(faults);
    setErrors({});
    setBusy('submit');
    try {
      const answer = await act({ do: 'submit', values: all() });
      if (answer.blockErrors && Object.keys(answer.blockErrors).length > 0) showErrors(answer.blockErrors);
      else if (answer.errors && Object.keys(answer.errors).length > 0) showErrors(byBlock(view, answer.errors));
      else if (answer.error) setTrouble(answer.error);
    } finally {
      setBusy(null);
    }
  };
  const close = async () => {
    setBusy('close');
    try {
      await act({ do: 'close' });
    } finally {
      setBusy(null);
    }
  };
  const title = textOf(view.title) ?? '';
  const submitText = textOf(view.submit);
  const hasInput = view.blocks.some((block) => block.type === 'input');
  return (
    <Dialog title={title} className="dialog dialog-form" onClose={() => void close()}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (submitText !== undefined || hasInput) void submit();
        }}
      >
        <header className="form-head">
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={() => void close()}>
            <X size={20} />
          </button>
        </header>
        <div className="form-body" ref={body}>
          <SurfaceContext value={surface}>
            <Blocks key={view.id} blocks={view.blocks} />
          </SurfaceContext>
        </div>
        {trouble && (
          <p className="form-trouble" role="alert">
            {trouble}
          </p>
        )}
        <footer className="dialog-footer">
          <button type="button" className="button" onClick={() => void close()}>
            {textOf(view.close) ?? words.close}
          </button>
          {(submitText !== undefined || hasInput) && (
            <button type="submit" className="button button-primary" aria-busy={busy === 'submit' || undefined}>
              {submitText ?? words.submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** The control face names faults by label for scripts; the page needs them by block. */
function byBlock(view: View, errors: Record<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const block of view.blocks) {
    const fault = block.type === 'input' ? (errors[block.label.text] ?? errors[block.block_id ?? '']) : undefined;
    if (fault) found[block.block_id ?? ''] = fault;
  }
  return found;
}
