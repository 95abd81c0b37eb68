/**
 * Every limit that the sandbox enforces, in one place: the validators read their numbers here, and the README's table is made
 * from it. `error` is the Web API error that a caller meets; `what` is what is measured.
 */
export interface Limit {
  readonly limit: number;
  readonly what: string;
  readonly error: string;
}

const characters = (limit: number, of: string, error = 'invalid_blocks'): Limit => ({
  limit,
  what: `characters of ${of}`,
  error,
});
const count = (limit: number, of: string, error = 'invalid_blocks'): Limit => ({ limit, what: of, error });

export const LIMITS = {
  messageBlocks: count(50, 'blocks in a message'),
  viewBlocks: count(100, 'blocks in a modal or a home tab'),
  messageBlockCharacters: characters(13_000, 'all blocks of a message together', 'msg_blocks_too_long'),
  viewBytes: count(250 * 1024, "bytes of a view's JSON", 'view_too_large'),
  postText: characters(40_000, "a posted message's text", 'msg_too_long'),
  updateText: characters(4_000, "an updated message's text", 'msg_too_long'),
  metadataBytes: count(16 * 1024, "bytes of a message's metadata", 'metadata_too_large'),
  blockId: characters(255, 'block_id'),
  actionId: characters(255, 'action_id'),
  callbackId: characters(255, "a view's callback_id", 'invalid_arguments'),
  externalId: characters(255, "a view's external_id", 'invalid_arguments'),
  privateMetadata: characters(3_000, "a view's private_metadata", 'invalid_arguments'),
  viewTitle: characters(24, "a modal's title", 'invalid_arguments'),
  viewSubmit: characters(24, "a modal's submit label", 'invalid_arguments'),
  viewClose: characters(24, "a modal's close label", 'invalid_arguments'),
  modalStack: count(3, 'modals on top of each other', 'push_limit_reached'),
  sectionText: characters(3_000, "a section's text"),
  sectionFields: count(10, 'fields of a section'),
  sectionField: characters(2_000, "a section's field"),
  headerText: characters(150, 'a header'),
  contextElements: count(10, 'elements of a context block'),
  actionsElements: count(25, 'elements of an actions block'),
  imageAlt: characters(2_000, "an image's alt text"),
  imageTitle: characters(2_000, "an image's title"),
  imageUrl: characters(3_000, "an image's address"),
  inputLabel: characters(2_000, "an input's label"),
  inputHint: characters(2_000, "an input's hint"),
  markdownText: characters(12_000, 'all markdown blocks of a message together'),
  tableRows: count(100, 'rows of a table'),
  tableColumns: count(20, 'columns of a table'),
  tablesInMessage: count(1, 'tables in a message'),
  buttonText: characters(75, "a button's text"),
  buttonValue: characters(2_000, "a button's value"),
  buttonUrl: characters(3_000, "a button's address"),
  accessibilityLabel: characters(75, "a button's accessibility label"),
  placeholder: characters(150, 'a placeholder'),
  optionText: characters(75, "an option's text"),
  optionDescription: characters(75, "an option's description"),
  optionValue: characters(75, "an option's value"),
  selectOptions: count(100, 'options of a select'),
  optionGroups: count(100, 'option groups of a select'),
  optionGroupLabel: characters(75, "an option group's label"),
  overflowOptions: count(5, 'options of an overflow menu'),
  checkboxOptions: count(10, 'checkboxes of a group'),
  radioOptions: count(10, 'radio buttons of a group'),
  textInputLength: characters(3_000, "a text input's value"),
  fileInputFiles: count(10, 'files of a file input'),
  confirmTitle: characters(100, "a confirm dialog's title"),
  confirmText: characters(300, "a confirm dialog's text"),
  confirmButton: characters(30, "a confirm dialog's buttons"),
  openPeople: count(8, 'people of one conversations.open', 'too_many_users'),
  triggerMs: count(3_000, 'milliseconds in which a trigger_id can be used, once', 'expired_trigger_id'),
  acknowledgeMs: count(3_000, 'milliseconds in which an envelope must be acknowledged', 'operation_timeout'),
  responseUses: count(5, 'uses of a response_url', 'used_url'),
  responseMs: count(30 * 60_000, 'milliseconds in which a response_url can be used', 'expired_url'),
  connections: count(10, 'Socket Mode connections of an app', 'too_many_websockets'),
  postBurst: count(4, 'messages at once to a channel, then one a second', 'ratelimited'),
  uploadBytes: count(1_073_741_824, 'bytes of a file', 'file_upload_size_restricted'),
} as const satisfies Record<string, Limit>;
