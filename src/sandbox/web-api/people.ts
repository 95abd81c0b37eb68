import { profileJson, userJson } from '../api-json.js';
import { Refused } from '../block-kit/refused.js';
import { type Methods, page, userAt } from './method.js';

/** Users, the team, the bot itself. */
export const people: Methods = {
  'auth.test': {
    tier: 'special',
    scopes: [],
    token: 'any',
    enforces: 'the token',
    run(world) {
      const { identity } = world;
      return {
        ok: true,
        url: `${world.url}/`,
        team: identity.teamName,
        user: world.bot.handle,
        team_id: identity.teamId,
        user_id: identity.botUserId,
        bot_id: identity.botId,
        is_enterprise_install: false,
      };
    },
  },
  'apps.connections.open': {
    // Slack writes of tier 1 and lets an app open its ten at once: a burst of tier 2 stands for both.
    tier: 2,
    scopes: ['connections:write (app token)'],
    token: 'app',
    enforces: 'the app token; ten connections',
    run(world) {
      const ticket = world.socketMode.ticket();
      const address = world.url.replace(/^http/, 'ws');
      return { ok: true, url: `${address}/link/?ticket=${ticket}&app_id=${world.identity.appId}` };
    },
  },
  'users.info': {
    tier: 4,
    scopes: ['users:read'],
    token: 'bot',
    enforces: 'locale only with include_locale, email only with users:read.email',
    run(world, args) {
      const person = userAt(world, args.required('user'));
      return { ok: true, user: userJson(world, person, args.flag('include_locale')) };
    },
  },
  'users.list': {
    tier: 2,
    scopes: ['users:read'],
    token: 'bot',
    enforces:
      'locale only with include_locale; a page of `limit`, or everyone up to 1,000 without it (limit_required above)',
    run(world, args) {
      const list = world.people.all();
      if (!args.number('limit') && list.length > 1000) throw new Refused('limit_required');
      const { items, next } = page(list, args, 1000, 1000);
      const locale = args.flag('include_locale');
      return {
        ok: true,
        members: items.map((person) => userJson(world, person, locale)),
        cache_ts: Math.floor(world.clock.now() / 1000),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'users.lookupByEmail': {
    tier: 3,
    scopes: ['users:read.email'],
    token: 'bot',
    enforces: 'users_not_found for an address that nobody has',
    run(world, args) {
      const person = world.people.byEmail(args.required('email'));
      if (!person || person.deleted) throw new Refused('users_not_found');
      return { ok: true, user: userJson(world, person) };
    },
  },
  'users.profile.get': {
    tier: 4,
    scopes: ['users.profile:read'],
    token: 'bot',
    enforces: 'the person must exist',
    run(world, args) {
      const person = userAt(world, args.text('user') ?? world.identity.botUserId);
      const email = world.manifest.scopes.has('users:read.email') ? { email: person.email } : {};
      return { ok: true, profile: profileJson(person, email) };
    },
  },
  'team.info': {
    tier: 3,
    scopes: ['team:read'],
    token: 'bot',
    enforces: 'its own team only',
    run(world, args) {
      const asked = args.text('team');
      if (asked !== undefined && asked !== world.identity.teamId) throw new Refused('team_not_found');
      const { teamId, teamName } = world.identity;
      return {
        ok: true,
        team: { id: teamId, name: teamName, domain: 'sandbox', url: `${world.url}/`, email_domain: '', icon: {} },
      };
    },
  },
  'bots.info': {
    tier: 3,
    scopes: ['users:read'],
    token: 'bot',
    enforces: 'the bot must exist',
    run(world, args) {
      const { identity } = world;
      if (args.text('bot') !== undefined && args.text('bot') !== identity.botId) throw new Refused('bot_not_found');
      const bot = {
        id: identity.botId,
        deleted: false,
        name: world.manifest.botName,
        updated: 0,
        app_id: identity.appId,
        user_id: identity.botUserId,
      };
      return { ok: true, bot };
    },
  },
};
