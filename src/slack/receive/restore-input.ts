import type { KnownBlock, ModalView } from '@slack/types';
import { context } from '../blocks.js';
import type { InteractionBody } from './payload.js';

type State = NonNullable<NonNullable<InteractionBody['view']>['state']>['values'];
type Field = State[string][string];

/** The initial_* property of an input element that brings back what was typed or chosen in it. */
function initial(field: Field): Record<string, unknown> {
  if (field.selected_option) return { initial_option: field.selected_option };
  if (field.selected_options)
    return field.selected_options.length > 0 ? { initial_options: field.selected_options } : {};
  if (field.selected_date) return { initial_date: field.selected_date };
  if (field.selected_user) return { initial_user: field.selected_user };
  return field.value ? { initial_value: field.value } : {};
}

/**
 * A form that was sent, as it was: every field with what was typed in it, and under a field what is wrong there. For
 * the case that the work took longer than Slack waits, so that the errors could not be answered in time.
 */
export function restoreInput(
  view: NonNullable<InteractionBody['view']>,
  errors: Readonly<Record<string, string>>,
): ModalView {
  const state: State = view.state?.values ?? {};
  const sent = view as unknown as ModalView & { id?: string };
  const blocks = sent.blocks.flatMap((block): KnownBlock[] => {
    const known = block as KnownBlock;
    const error = known.block_id ? errors[known.block_id] : undefined;
    const field = known.block_id ? Object.values(state[known.block_id] ?? {})[0] : undefined;
    const filled =
      known.type === 'input' && field
        ? ({ ...known, element: { ...known.element, ...initial(field) } } as KnownBlock)
        : known;
    return error ? [filled, context(`⚠️ ${error}`)] : [filled];
  });
  return {
    type: 'modal',
    callback_id: sent.callback_id ?? '',
    private_metadata: sent.private_metadata ?? '',
    title: sent.title,
    ...(sent.submit ? { submit: sent.submit } : {}),
    ...(sent.close ? { close: sent.close } : {}),
    blocks,
  };
}
