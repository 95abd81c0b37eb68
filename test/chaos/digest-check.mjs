// What is wrong with the digests of a day, as people see them, against what they should say.
import { isDeepStrictEqual } from 'node:util';
import { lastClose } from '../../dist/domain/cadence.js';
import { computeDigest } from '../../dist/domain/digest/compute.js';
import { allSubscriptions, isReplaced } from '../../dist/features/digest/evening.js';
import { digestPosts } from '../../dist/features/digest/messages/posts.js';
import { dueOn, readSlot } from '../../dist/features/digest/read.js';
import { openNatives } from '../../dist/slack/send/native.js';

/** The subscriptions whose digest comes on the evening of `day`. */
export async function dueThatDay({ store, program, calendar }, day) {
  const scene = { store, program, calendar };
  const all = await allSubscriptions(scene);
  return all.filter(
    (each) =>
      lastClose(each.cadence, day, calendar) === day &&
      each.sinceAt <= dueOn(day, program) &&
      !isReplaced(each, day, all, scene),
  );
}

/** What each of them should have posted, computed again from what is known. */
async function expected(scene, day, subscription) {
  const { store, program } = scene;
  const [posted] = await store.subscriptions.postedUnder(program.workspaceId, `digest:${day}:${subscription.id}`);
  if (!posted) return null;
  const span = { cadence: subscription.cadence, after: posted.after };
  const digest = computeDigest(await readSlot(scene, day, posted.knownAt, span), subscription.scope);
  const { language } = subscription;
  const posts = digestPosts(digest, { language, private: false, past: false, late: posted.late, corrections: [] });
  return { top: posts.top, replies: posts.replies.filter(({ empty }) => !empty).map(({ message }) => message) };
}

/** Slack gives blocks ids of its own, and a picture is a block more. */
const plain = (blocks) => blocks.map(({ block_id: _, ...block }) => block);
const isPicture = (block) => block.type === 'image' && typeof block.slack_file?.id === 'string';

function compare(what, message, seen, problems) {
  if (message.text !== seen.text) problems.push(`${what}: says ${seen.text.split('\n')[0]}`);
  // Where Slack draws a chart or table itself, that stands in the place of the picture, or of the rows.
  const drawn = openNatives().of(message);
  const pictures = seen.blocks.filter(isPicture).length;
  if (pictures !== (message.picture && !drawn ? 1 : 0)) problems.push(`${what}: ${pictures} charts`);
  if (!isDeepStrictEqual(plain(seen.blocks.filter((block) => !isPicture(block))), plain(drawn ?? message.blocks)))
    problems.push(`${what}: its blocks are not those of the digest`);
}

/** The digests of a day in the channels: `screenOf(channelId)` is what a member sees there. */
export async function checkDay(scene, day, screenOf) {
  const problems = [];
  let messages = 0;
  let digests = 0;
  for (const subscription of await dueThatDay(scene, day)) {
    const name = `${day} ${subscription.cadence} ${subscription.channelId} ${subscription.scope.key ?? ''}`;
    const wanted = await expected(scene, day, subscription);
    if (!wanted) {
      problems.push(`${name}: never written`);
      continue;
    }
    digests += 1;
    const seen = (await screenOf(subscription.channelId)).filter(({ bot, ephemeral }) => bot && !ephemeral);
    const tops = seen.filter(({ thread, text }) => !thread && text === wanted.top.text);
    if (tops.length !== 1) problems.push(`${name}: its top is there ${tops.length} times`);
    for (const top of tops) {
      compare(`${name}, top`, wanted.top, top, problems);
      const thread = seen.filter((each) => each.thread === top.ts);
      messages += 1 + thread.length;
      if (thread.length !== wanted.replies.length)
        problems.push(`${name}: ${thread.length} messages in the thread, not ${wanted.replies.length}`);
      for (const [index, reply] of wanted.replies.entries()) {
        const there = thread[index];
        if (there) compare(`${name}, message ${index + 1} of the thread`, reply, there, problems);
      }
    }
  }
  return { digests, messages, problems };
}
