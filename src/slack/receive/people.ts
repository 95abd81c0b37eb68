import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { LocalDay } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { Store } from '../../store/index.js';
import type { Found } from '../../store/people.js';
import { type Language, languageOf } from '../../text/language.js';
import { repeatable } from '../calls.js';
import type { Account } from './payload.js';

/** Who is behind a Slack account: somebody of the program, or a stranger who reads a language and calls themselves something. */
export type Who =
  | { readonly found: Found }
  | { readonly found: null; readonly language: Language; readonly name: string };

/** Where accounts that may be tied belong to: our workspace, or the organisation that it is part of. */
export type Home = { readonly teamId: string; readonly enterpriseId: string | null };

const REMEMBER_MS = 3_600_000;

/** Knows people by their Slack accounts. An account is tied to a person by its verified e-mail address, never by name. */
export function openPeople({ client, store, home, log }: { client: WebClient; store: Store; home: Home; log: Logger }) {
  /** What unlinked accounts read and are called, so that chatter of one costs one call an hour. */
  const unlinked = new LRUCache<string, { language: Language; name: string; at: number }>({ max: 10_000 });

  /**
   * The account as a person can be tied to it: of a human of ours who is still there, with an address that Slack has seen
   * confirmed. Anybody may own an official's address in a workspace of their own, and meet us in a shared channel.
   */
  const tieOf = (account: Account | undefined) =>
    account?.profile?.email && !account.is_bot && !account.deleted && isOurs(account, home)
      ? [{ email: account.profile.email, slackUserId: account.id, language: languageOf(account.locale ?? undefined) }]
      : [];

  /** Who asks while a look-up is under way is found by the next one; nothing is remembered, since rights change. */
  const find = store.batched(async (asked: readonly { programId: number; today: LocalDay; slackUserId: string }[]) => {
    const found: (Found | null)[] = [];
    const groups = new Set(asked.map(({ programId, today }) => `${programId} ${today}`));
    for (const group of groups) {
      const places = asked.flatMap((each, place) => (`${each.programId} ${each.today}` === group ? [place] : []));
      const [first] = places.map((place) => asked[place]);
      if (!first) continue;
      const ids = places.map((place) => asked[place]?.slackUserId ?? '');
      const people = await store.people.bySlackUsers(first.programId, ids, first.today);
      places.forEach((place, index) => {
        found[place] = people[index] ?? null;
      });
    }
    return found;
  });

  const account = async (slackUserId: string): Promise<Account | undefined> =>
    (await repeatable(log, () => client.users.info({ user: slackUserId, include_locale: true }))).user as
      | Account
      | undefined;

  return {
    async who(program: Program, slackUserId: string, today: LocalDay, now: number): Promise<Who> {
      const known = await find({ programId: program.id, today, slackUserId });
      if (known) return { found: known };
      const stranger = unlinked.get(slackUserId);
      if (stranger && Math.abs(now - stranger.at) < REMEMBER_MS) {
        const { language, name } = stranger;
        return { found: null, language, name };
      }
      const user = await account(slackUserId);
      if ((await store.people.linkByEmail(program.workspaceId, tieOf(user))) > 0) {
        const [linked] = await store.people.bySlackUsers(program.id, [slackUserId], today);
        if (linked) return { found: linked };
      }
      const language = languageOf(user?.locale ?? undefined);
      const name = user?.real_name ?? user?.profile?.real_name ?? '';
      unlinked.set(slackUserId, { language, name, at: now });
      return { found: null, language, name };
    },

    /**
     * An account has changed, or is new: its language may be another one, or it may be the one that somebody waits for. Slack
     * tells of each change of status of each account, so that nothing is asked: the event carries the account.
     */
    async refresh(workspaceId: string, account: Account): Promise<void> {
      unlinked.delete(account.id);
      await store.people.linkByEmail(workspaceId, tieOf(account));
      if (account.locale) await store.people.setLanguage(workspaceId, account.id, languageOf(account.locale));
    },

    /** Ties the accounts of a workspace to the people who wait for one; page by page, so memory does not grow. */
    async linkAll(workspaceId: string): Promise<number> {
      let linked = 0;
      for (let cursor: string | undefined; ; ) {
        const page = { limit: 500, include_locale: true, ...(cursor ? { cursor } : {}) };
        const { members, response_metadata } = await repeatable(log, () => client.users.list(page));
        linked += await store.people.linkByEmail(workspaceId, ((members ?? []) as Account[]).flatMap(tieOf));
        cursor = response_metadata?.next_cursor;
        if (!cursor) return linked;
      }
    },
  };
}

/** A confirmed account of our own workspace or organisation. */
function isOurs(account: Account, { teamId, enterpriseId }: Home): boolean {
  if (account.is_stranger || account.is_email_confirmed === false) return false;
  const organisation = account.enterprise_user?.enterprise_id ?? null;
  return (
    account.team_id === teamId || (enterpriseId !== null && [organisation, account.team_id].includes(enterpriseId))
  );
}

export type People = ReturnType<typeof openPeople>;
