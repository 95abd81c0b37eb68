import { z } from 'zod';

/** Slack's own commands: an app that names one is refused, and with it the whole list. */
const RESERVED = new Set(
  'me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts archive invite kick part rename prefs star stars'
    .split(' ')
    .map((name) => `/${name}`),
);

/** The parts of a Slack app manifest (version 2) that decide what the app may do and what people see of it. */
const fields = z.looseObject({
  _metadata: z.looseObject({ major_version: z.number().optional() }).optional(),
  display_information: z.looseObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().optional(),
    background_color: z.string().optional(),
  }),
  features: z
    .looseObject({
      bot_user: z
        .looseObject({ display_name: z.string().min(1).max(80), always_online: z.boolean().optional() })
        .optional(),
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().optional(),
          messages_tab_read_only_enabled: z.boolean().optional(),
        })
        .optional(),
      slash_commands: z
        .array(
          z.looseObject({
            command: z
              .string()
              .regex(/^\/\S{1,31}$/u, 'a command is a slash and up to 31 characters without spaces')
              .refine((name) => !RESERVED.has(name.toLowerCase()), "invalid_name: it is a command of Slack's own"),
            description: z.string().max(2_000).optional(),
            usage_hint: z.string().max(1_000).optional(),
            should_escape: z.boolean().optional(),
          }),
        )
        .max(50)
        .optional(),
      shortcuts: z
        .array(
          z.looseObject({
            name: z.string().min(1).max(24),
            type: z.enum(['message', 'global']),
            callback_id: z.string().min(1).max(255),
            description: z.string().max(150).optional(),
          }),
        )
        .max(10)
        .optional(),
    })
    .optional(),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).optional() }).optional() }).optional(),
  settings: z
    .looseObject({
      event_subscriptions: z
        .looseObject({ bot_events: z.array(z.string()).optional(), request_url: z.string().optional() })
        .optional(),
      interactivity: z
        .looseObject({
          is_enabled: z.boolean().optional(),
          request_url: z.string().optional(),
          message_menu_options_url: z.string().optional(),
        })
        .optional(),
      socket_mode_enabled: z.boolean().optional(),
    })
    .optional(),
});

/** What arrives needs a way to arrive by: an address, or Socket Mode. */
const schema = fields.superRefine(({ settings }, context) => {
  if (settings?.socket_mode_enabled === true) return;
  const fault = (place: 'event_subscriptions' | 'interactivity', message: string) =>
    context.addIssue({ code: 'custom', path: ['settings', place], message });
  const { event_subscriptions: events, interactivity } = settings ?? {};
  if ((events?.bot_events ?? []).length > 0 && !events?.request_url)
    fault('event_subscriptions', 'Event Subscription requires either Request URL or Socket Mode Enabled');
  if (interactivity?.is_enabled === true && !interactivity.request_url)
    fault('interactivity', 'Interactivity requires a Request URL');
});

export interface Command {
  command: string;
  description: string;
  usageHint: string;
  escape: boolean;
}

export interface Shortcut {
  name: string;
  type: 'message' | 'global';
  callbackId: string;
  description: string;
}

export interface Manifest {
  readonly appName: string;
  readonly botName: string;
  readonly description: string;
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly homeTab: boolean;
  readonly messagesTab: boolean;
  /** Over HTTP, Slack asks for the options of a menu only where this is given. */
  readonly optionsUrl: string | undefined;
}

export interface ManifestFault {
  message: string;
  /** JSON pointer into the manifest. */
  pointer: string;
}

/** What Slack would refuse in a manifest; nothing, when it is right. */
export function manifestFaults(source: unknown): ManifestFault[] {
  const parsed = schema.safeParse(source);
  return (parsed.error?.issues ?? []).map(({ path, message }) => ({
    message,
    pointer: ['', ...path.map(String)].join('/'),
  }));
}

/** @throws an Error that names each field of the manifest that Slack would refuse. */
export function readManifest(source: object): Manifest {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const faults = manifestFaults(source).map((one) => `${one.pointer.slice(1).replaceAll('/', '.')}: ${one.message}`);
    throw new Error(`The app manifest is not right: ${faults.join('; ')}`);
  }
  const { display_information: display, features, oauth_config: oauth, settings } = parsed.data;
  return {
    appName: display.name,
    botName: features?.bot_user?.display_name ?? display.name,
    description: display.description ?? '',
    scopes: new Set(oauth?.scopes?.bot ?? []),
    events: new Set(settings?.event_subscriptions?.bot_events ?? []),
    commands: (features?.slash_commands ?? []).map((one) => ({
      command: one.command,
      description: one.description ?? '',
      usageHint: one.usage_hint ?? '',
      escape: one.should_escape ?? false,
    })),
    shortcuts: (features?.shortcuts ?? []).map((one) => ({
      name: one.name,
      type: one.type,
      callbackId: one.callback_id,
      description: one.description ?? '',
    })),
    homeTab: features?.app_home?.home_tab_enabled ?? false,
    messagesTab: features?.app_home?.messages_tab_enabled ?? true,
    optionsUrl: settings?.interactivity?.message_menu_options_url,
  };
}
