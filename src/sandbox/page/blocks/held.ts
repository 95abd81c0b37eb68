import type { Held, Value } from '../wire.js';

/** Names of options chosen from the bot's own lists: the bot is asked anew each time, a chosen option keeps its name meanwhile. */
const labels = new Map<string, string>();

export function rememberLabel(actionId: string, value: string, label: string): void {
  labels.set(`${actionId}/${value}`, label);
}

export const labelOf = (actionId: string, value: string): string | undefined => labels.get(`${actionId}/${value}`);

/** The value in what the workspace holds of an element (Slack's `view.state.values`). */
export function valueOfHeld(actionId: string, held: Held): Value {
  const options = held.selected_options ?? (held.selected_option ? [held.selected_option] : []);
  for (const option of options) rememberLabel(actionId, option.value, option.text.text);
  if (held.selected_options) return held.selected_options.map((option) => option.value);
  if (held.files) return [];
  return (
    held.selected_option?.value ??
    held.selected_date ??
    held.selected_time ??
    held.selected_date_time ??
    held.selected_user ??
    held.selected_users ??
    held.selected_conversation ??
    held.selected_conversations ??
    held.selected_channel ??
    held.selected_channels ??
    held.value ??
    null
  );
}
