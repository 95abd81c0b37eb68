import { z } from 'zod';

/**
 * What Slack delivers, as far as we read it. Every byte passes here before anything else sees it; what does not fit
 * is `other` and is left alone.
 */
const team = z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish();
const enterprise = z.object({ id: z.string() }).nullish();
const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
});

export const command = z.object({
  command: z.string(),
  text: z.string().nullish(),
  trigger_id: z.string(),
  response_url: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
});

const stateValue = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  // Whole: an option that is put back into a form needs its text.
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  files: z.array(file).nullish(),
});

const view = z.looseObject({
  id: z.string(),
  type: z.string().nullish(),
  callback_id: z.string(),
  app_installed_team_id: z.string().nullish(),
  private_metadata: z.string().nullish(),
  hash: z.string().nullish(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }).nullish(),
});

export const interaction = z.object({
  type: z.enum(['block_actions', 'view_submission', 'view_closed', 'message_action', 'shortcut', 'block_suggestion']),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  team,
  enterprise,
  trigger_id: z.string().nullish(),
  action_ts: z.string().nullish(),
  response_url: z.string().nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  callback_id: z.string().nullish(),
  /** Of a menu that asks for options: which one, and what was typed. */
  action_id: z.string().nullish(),
  value: z.string().nullish(),
  container: z
    .looseObject({
      message_ts: z.string().nullish(),
      thread_ts: z.string().nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  message: z
    .looseObject({
      ts: z.string(),
      thread_ts: z.string().nullish(),
      text: z.string().nullish(),
      user: z.string().nullish(),
      files: z.array(file).nullish(),
    })
    .nullish(),
  view: view.nullish(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        type: z.string(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
        action_ts: z.string().nullish(),
      }),
    )
    .nullish(),
});

const account = z.looseObject({
  id: z.string(),
  team_id: z.string().nullish(),
  enterprise_user: z.looseObject({ enterprise_id: z.string().nullish() }).nullish(),
  real_name: z.string().nullish(),
  locale: z.string().nullish(),
  is_bot: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  profile: z.looseObject({ email: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
});

/** A message inside the news that it was edited or deleted. */
const changed = z
  .looseObject({
    user: z.string().nullish(),
    bot_id: z.string().nullish(),
    subtype: z.string().nullish(),
    text: z.string().nullish(),
    ts: z.string(),
    thread_ts: z.string().nullish(),
    files: z.array(file).nullish(),
    edited: z.looseObject({ ts: z.string() }).nullish(),
  })
  .nullish();

export const event = z.object({
  event_id: z.string(),
  /** The installation that is told; `team_id` is the workspace in which it happened, another one in a shared channel. */
  authorizations: z.array(z.looseObject({ team_id: z.string().nullish() })).nullish(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  event: z.looseObject({
    type: z.string(),
    subtype: z.string().nullish(),
    user: z.union([z.string(), account]).nullish(),
    bot_id: z.string().nullish(),
    text: z.string().nullish(),
    ts: z.string().nullish(),
    thread_ts: z.string().nullish(),
    channel: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
    channel_type: z.string().nullish(),
    tab: z.string().nullish(),
    files: z.array(file).nullish(),
    message: changed,
    previous_message: changed,
  }),
});

export type CommandBody = z.infer<typeof command>;
export type InteractionBody = z.infer<typeof interaction>;
/** A Slack account, as events and users.info describe it. */
export type Account = z.infer<typeof account>;
export type EventBody = z.infer<typeof event>;
