import type { WebClient } from '@slack/web-api';
import { callFailure } from '../../slack/calls.js';
import { type Finding, missing, named, unseen, well } from './finding.js';
import type { Wanted } from './store.js';

/** Whether the bot is in every channel that the plan names. */
export async function lookAtChannels(client: WebClient, bot: string, { channels }: Wanted): Promise<Finding[]> {
  if (channels.length === 0)
    return [
      unseen(
        '方案没有写频道：请在要用的频道里 /invite 机器人，再说 /digest 订阅。',
        'The plan names no channel: /invite the bot where it is to be used, and say /digest subscribe.',
      ),
    ];
  const known = new Map<string, { readonly member: boolean; readonly archived: boolean }>();
  try {
    for (let cursor: string | undefined; ; ) {
      const page = { limit: 1000, types: 'public_channel,private_channel', ...(cursor ? { cursor } : {}) };
      const answer = await client.conversations.list(page);
      // A name that was used again belongs to the one that is not archived.
      for (const { name, is_member, is_archived } of answer.channels ?? [])
        if (name && !(is_archived && known.has(name)))
          known.set(name, { member: is_member === true, archived: is_archived === true });
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    return [notAsked('频道', 'channels', error)];
  }
  const names = channels.map(({ name }) => name);
  const hash = (of: readonly string[]) => named(of.map((name) => `#${name}`));
  const absent = names.filter((name) => !known.has(name));
  const archived = names.filter((name) => known.get(name)?.archived);
  const outside = names.filter((name) => known.get(name)?.member === false && !archived.includes(name));
  const findings: Finding[] = [];
  if (absent.length > 0)
    findings.push(
      missing(
        `没有 ${hash(absent).zh}，或者是机器人不在其中的私有频道：建好频道，在里面发 /invite @${bot}。`,
        `There is no ${hash(absent).en}, or it is private and the bot is not in it: make it, and say /invite @${bot} there.`,
      ),
    );
  if (archived.length > 0)
    findings.push(
      missing(
        `${hash(archived).zh} 已归档：取消归档，或在方案里换一个频道。`,
        `${hash(archived).en} is archived: unarchive it, or name another one in the plan.`,
      ),
    );
  if (outside.length > 0)
    findings.push(
      missing(
        `机器人不在 ${hash(outside).zh}：在频道里发 /invite @${bot}。`,
        `The bot is not in ${hash(outside).en}: say /invite @${bot} there.`,
      ),
    );
  if (findings.length > 0) return findings;
  return [well(`机器人在方案的${names.length}个频道里。`, `The bot is in the ${names.length} channels of the plan.`)];
}

/** Who of the plan has no account that the bot knows, and why. */
export async function lookAtPeople(client: WebClient, { people }: Wanted): Promise<Finding[]> {
  const waiting = people.filter(({ tied }) => !tied);
  if (waiting.length === 0)
    return [well(`${people.length}人都有 Slack 账号。`, `All ${people.length} people have their Slack accounts.`)];
  const addresses = new Set<string>();
  try {
    for (let cursor: string | undefined; ; ) {
      const answer = await client.users.list({ limit: 500, ...(cursor ? { cursor } : {}) });
      for (const { profile, deleted, is_bot } of answer.members ?? [])
        if (profile?.email && !deleted && !is_bot) addresses.add(profile.email.toLowerCase());
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    return [notAsked('人员', 'people', error)];
  }
  const has = (email: string | null) => email !== null && addresses.has(email.toLowerCase());
  const list = (of: typeof waiting) => named(of.map(({ name }) => name));
  const withoutAccount = waiting.filter(({ email }) => email !== null && !has(email));
  const nameless = waiting.filter(({ email }) => email === null);
  const soon = waiting.filter(({ email }) => has(email));
  const findings: Finding[] = [];
  if (withoutAccount.length > 0)
    findings.push(
      missing(
        `${list(withoutAccount).zh} 的邮箱在工作区里没有账号：请他们加入，或用 /people 改邮箱，或 /people code 姓名 给口令。`,
        `No account of the workspace has the address of ${list(withoutAccount).en}: invite them, or correct the address with /people, or give a code with /people code NAME.`,
      ),
    );
  if (nameless.length > 0)
    findings.push(
      missing(
        `${list(nameless).zh} 没有写邮箱：用 /people code 姓名 给口令，本人对机器人说出口令即可。`,
        `${list(nameless).en} has no address in the plan: give a code with /people code NAME, which they tell the bot.`,
      ),
    );
  if (soon.length > 0)
    findings.push(
      well(
        `${list(soon).zh} 的账号，机器人启动时会对上。`,
        `The account of ${list(soon).en} is tied when the bot starts.`,
      ),
    );
  return findings;
}

function notAsked(zh: string, en: string, error: unknown): Finding {
  const failure = callFailure(error);
  const word = failure.kind === 'refused' ? failure.error : failure.kind;
  return unseen(
    `${zh}没有查成（${word}）：先补上面缺的，再查一次。`,
    `The ${en} could not be asked for (${word}): mend what is above and look again.`,
  );
}
