import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { LocalDay } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { Store } from '../../store/index.js';
import type { Found } from '../../store/people.js';
import { type Language, languageOf } from '../../text/language.js';
import { repeatable } from '../calls.js';

/** Who is behind a Slack account: somebody of the program, or a stranger who reads a language and calls themselves something. */
export type Who =
  | { readonly found: Found }
  | { readonly found: null; readonly language: Language; readonly name: string };

type Account = {
  id?: string;
  real_name?: string;
  is_bot?: boolean;
  deleted?: boolean;
  locale?: string;
  profile?: { email?: string; real_name?: string };
};

/** The account as a person can be tied to it: of a human who is still there, with an address. */
const tieOf = (account: Account | undefined) =>
  account?.id && account.profile?.email && !account.is_bot && !account.deleted
    ? [{ email: account.profile.email, slackUserId: account.id, language: languageOf(account.locale) }]
    : [];

const REMEMBER_MS = 3_600_000;

/** Knows people by their Slack accounts. An account is tied to a person by its verified e-mail address, never by name. */
export function openPeople({ client, store, log }: { client: WebClient; store: Store; log: Logger }) {
  /** What accounts of strangers read and are called, so that chatter of one costs one call an hour. */
  const strangers = new Map<string, { language: Language; name: string; at: number }>();

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
    (await repeatable(log, () => client.users.info({ user: slackUserId, include_locale: true }))).user;

  return {
    async who(program: Program, slackUserId: string, today: LocalDay, now: number): Promise<Who> {
      const known = await find({ programId: program.id, today, slackUserId });
      if (known) return { found: known };
      const stranger = strangers.get(slackUserId);
      if (stranger && Math.abs(now - stranger.at) < REMEMBER_MS) {
        const { language, name } = stranger;
        return { found: null, language, name };
      }
      const user = await account(slackUserId);
      if ((await store.people.linkByEmail(program.workspaceId, tieOf(user))) > 0) {
        const [linked] = await store.people.bySlackUsers(program.id, [slackUserId], today);
        if (linked) return { found: linked };
      }
      if (strangers.size > 10_000) strangers.clear();
      const language = languageOf(user?.locale);
      const name = user?.real_name ?? user?.profile?.real_name ?? '';
      strangers.set(slackUserId, { language, name, at: now });
      return { found: null, language, name };
    },

    /** Reads an account again: its language may have changed, or it may be the one that somebody waits for. */
    async refresh(workspaceId: string, slackUserId: string): Promise<void> {
      strangers.delete(slackUserId);
      const user = await account(slackUserId);
      await store.people.linkByEmail(workspaceId, tieOf(user));
      await store.people.setLanguage(workspaceId, slackUserId, languageOf(user?.locale));
    },

    /** Ties the accounts of a workspace to the people who wait for one; page by page, so memory does not grow. */
    async linkAll(workspaceId: string): Promise<number> {
      let linked = 0;
      for (let cursor: string | undefined; ; ) {
        const page = { limit: 500, include_locale: true, ...(cursor ? { cursor } : {}) };
        const { members, response_metadata } = await repeatable(log, () => client.users.list(page));
        linked += await store.people.linkByEmail(workspaceId, (members ?? []).flatMap(tieOf));
        cursor = response_metadata?.next_cursor;
        if (!cursor) return linked;
      }
    },
  };
}

export type People = ReturnType<typeof openPeople>;
