import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { features } from '../../src/features/index.js';
import { manifest } from '../../src/slack/manifest.js';

/** Slack's manifest schema 2, as far as an app like this one uses it, with Slack's limits; unknown keys are refused. */
const schema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .regex(/^\/[a-z]+$/)
            .max(32),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
          url: z.url().optional(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).min(1) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: z.url().optional(),
      message_menu_options_url: z.url().optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const written = (file: string) => JSON.parse(readFileSync(new URL(`../../manifests/${file}`, import.meta.url), 'utf8'));

describe('the manifests', () => {
  it('fit Slack’s schema and limits', () => {
    expect(schema.safeParse(written('socket-mode.json')).error?.issues).toBeUndefined();
    expect(schema.safeParse(written('http.json')).error?.issues).toBeUndefined();
  });

  it('are made of the features and nothing else', () => {
    expect(written('socket-mode.json')).toEqual(manifest(features, { receives: 'socket' }));
    expect(written('http.json')).toEqual(manifest(features, { receives: 'http', url: 'https://gongjian.example' }));
  });

  it('name every command once, with an address only where Slack calls one', () => {
    const names = written('http.json').features.slash_commands.map((command: { command: string }) => command.command);
    expect(new Set(names).size).toBe(names.length);
    expect(written('http.json').features.slash_commands.every((command: { url?: string }) => command.url)).toBe(true);
    expect(written('socket-mode.json').features.slash_commands.some((command: { url?: string }) => command.url)).toBe(
      false,
    );
  });
});
