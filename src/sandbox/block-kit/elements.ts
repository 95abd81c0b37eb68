import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { isDay } from './days.js';
import { choices, chooses, listed, listedOption, menuOption, option } from './options.js';
import { bounded, confirmDialog, markedText, plainText, several, slackFile, webAddress } from './text.js';

const actionId = bounded(LIMITS.actionId).optional();
const focus = z.boolean().optional();
const placeholder = plainText(LIMITS.placeholder).optional();
const confirm = confirmDialog.optional();
const most = z.number().int().min(1).optional();
const day = z.string().refine(isDay, 'must be a date as YYYY-MM-DD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm');
const dispatchConfig = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
  .optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(LIMITS.buttonText),
  action_id: actionId,
  url: webAddress(LIMITS.buttonUrl).optional(),
  value: bounded(LIMITS.buttonValue, 0).optional(),
  style: z.enum(['primary', 'danger'], { error: 'must be primary or danger' }).optional(),
  confirm,
  accessibility_label: bounded(LIMITS.accessibilityLabel).optional(),
});

const common = { action_id: actionId, confirm, focus_on_load: focus, placeholder };

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...common, ...choices, initial_option: option.optional() })
  .superRefine((select, context) =>
    chooses(select, select.initial_option ? [select.initial_option] : [], 'initial_option', context),
  );
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...common,
    ...choices,
    initial_options: several(option, LIMITS.selectOptions).optional(),
    max_selected_items: most,
  })
  .superRefine((select, context) => chooses(select, select.initial_options ?? [], 'initial_options', context));
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...common,
  initial_option: option.optional(),
  min_query_length: z.number().int().min(0).optional(),
});
const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...common,
  initial_options: several(option, LIMITS.selectOptions).optional(),
  min_query_length: z.number().int().min(0).optional(),
  max_selected_items: most,
});
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...common,
  initial_user: z.string().optional(),
});
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...common,
  initial_users: z.array(z.string()).optional(),
  max_selected_items: most,
});
const filter = z
  .strictObject({
    include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...common,
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter,
});
const multiConversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  ...common,
  initial_conversations: z.array(z.string()).optional(),
  default_to_current_conversation: z.boolean().optional(),
  max_selected_items: most,
  filter,
});
const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...common,
  initial_channel: z.string().optional(),
  response_url_enabled: z.boolean().optional(),
});
const multiChannelsSelect = z.strictObject({
  type: z.literal('multi_channels_select'),
  ...common,
  initial_channels: z.array(z.string()).optional(),
  max_selected_items: most,
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  confirm,
  options: several(menuOption, LIMITS.overflowOptions),
});
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: actionId,
    confirm,
    focus_on_load: focus,
    options: several(listedOption, LIMITS.checkboxOptions),
    initial_options: several(listedOption, LIMITS.checkboxOptions).optional(),
  })
  .superRefine((boxes, context) => listed(boxes.options, boxes.initial_options ?? [], 'initial_options', context));
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id: actionId,
    confirm,
    focus_on_load: focus,
    options: several(listedOption, LIMITS.radioOptions),
    initial_option: listedOption.optional(),
  })
  .superRefine((radio, context) =>
    listed(radio.options, radio.initial_option ? [radio.initial_option] : [], 'initial_option', context),
  );
const datepicker = z.strictObject({ type: z.literal('datepicker'), ...common, initial_date: day.optional() });
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...common,
  initial_time: time.optional(),
  timezone: z.string().optional(),
});
const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  action_id: actionId,
  confirm,
  focus_on_load: focus,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const typed = {
  action_id: actionId,
  placeholder,
  focus_on_load: focus,
  initial_value: z.string().optional(),
  dispatch_action_config: dispatchConfig,
};
const length = z.number().int().min(0).max(LIMITS.textInputLength.limit, 'must be less than 3001').optional();
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: bounded(LIMITS.textInputLength, 0).optional(),
    multiline: z.boolean().optional(),
    min_length: length,
    max_length: length,
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? LIMITS.textInputLength.limit), {
    message: 'min_length must not be more than max_length',
    path: ['min_length'],
  });
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean({ error: 'must provide a boolean' }),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const emailInput = z.strictObject({ type: z.literal('email_text_input'), ...typed });
const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...typed });
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: actionId,
  filetypes: z.array(z.string()).optional(),
  max_files: z.number().int().min(1).max(LIMITS.fileInputFiles.limit, 'must be less than 11').optional(),
});

export const imageElement = z
  .strictObject({
    type: z.literal('image'),
    image_url: webAddress(LIMITS.imageUrl).optional(),
    slack_file: slackFile.optional(),
    alt_text: bounded(LIMITS.imageAlt),
  })
  .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
    message: 'must provide image_url or slack_file, not both',
    path: ['image_url'],
  });

const selects = [
  staticSelect,
  externalSelect,
  usersSelect,
  conversationsSelect,
  channelsSelect,
  datepicker,
  timepicker,
] as const;
const multiSelects = [
  multiStaticSelect,
  multiExternalSelect,
  multiUsersSelect,
  multiConversationsSelect,
  multiChannelsSelect,
] as const;
const lists = [checkboxes, radioButtons] as const;

const unsupported = { error: 'unsupported type of element' };

export const accessory = z.discriminatedUnion(
  'type',
  [button, overflow, imageElement, ...selects, ...multiSelects, ...lists],
  unsupported,
);
export const actionsElement = z.discriminatedUnion(
  'type',
  [button, overflow, datetimepicker, ...selects, ...multiSelects, ...lists],
  unsupported,
);
const inputElements = [
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
  datetimepicker,
  ...selects,
  ...multiSelects,
  ...lists,
] as const;
export const inputElement = z.discriminatedUnion('type', inputElements, unsupported);
export const modalInputElement = z.discriminatedUnion('type', [...inputElements, fileInput], unsupported);
export const contextElement = z.discriminatedUnion(
  'type',
  [imageElement, plainText(LIMITS.sectionText), markedText(LIMITS.sectionText)],
  unsupported,
);
