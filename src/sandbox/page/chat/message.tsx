import { EyeOff, MessageSquareText } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { Blocks } from '../blocks/blocks.js';
import { LiveSurface } from '../blocks/surface.js';
import { Avatar } from '../frame/avatar.js';
import { useWorkspace } from '../state/workspace.js';
import { emojiOf } from '../text/emoji.js';
import { asTyped } from '../text/mrkdwn.js';
import { Mrkdwn } from '../text/mrkdwn-view.js';
import { millisecondsOf, shortMoment, timeOfDay } from '../text/when.js';
import type { Message, Place } from '../wire.js';
import { useLanguage, useWords } from '../words/words.js';
import { withMentions, withNames } from './completion.js';
import { Files } from './files.js';
import { MessageTools } from './message-menu.js';

interface MessageProps {
  channel: string;
  message: Message;
  continues: boolean;
  /** In the thread's own panel there is no way deeper. */
  inThread: boolean;
  marked: boolean;
}

export const MessageItem = memo(function MessageItem({ channel, message, continues, inThread, marked }: MessageProps) {
  const words = useWords();
  const { timeZone, manifest } = useWorkspace();
  const [menu, setMenu] = useState(false);
  const [editing, setEditing] = useState(false);
  const place = useMemo<Place>(() => ({ message: { channel, ts: message.ts } }), [channel, message.ts]);
  const ms = millisecondsOf(message.ts);
  const time = timeOfDay(ms, timeZone);
  const bot = message.bot ?? message.fromId === manifest.bot.id;

  if (message.system) {
    return (
      <article className="message message-system" aria-label={`${message.from} ${time}`}>
        <span className="message-gutter">
          <time>{time}</time>
        </span>
        <div className="message-body text">
          <Mrkdwn text={message.text} />
        </div>
      </article>
    );
  }
  // On a phone there is nothing to hover: a tap on the message itself opens its menu.
  const tapped = (event: React.MouseEvent<HTMLElement>) => {
    if (!window.matchMedia('(hover: none)').matches) return;
    if ((event.target as HTMLElement).closest('a, button, input, textarea, label, [role=option]')) return;
    if (window.getSelection()?.toString()) return;
    setMenu(true);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the same menu through the button "more"
    <article
      className={`message ${continues ? 'message-continues' : ''} ${message.ephemeral ? 'message-ephemeral' : ''} ${marked ? 'message-marked' : ''} ${menu ? 'message-open' : ''}`}
      aria-label={`${message.from} ${time}`}
      data-ts={message.ts}
      onClick={tapped}
    >
      <span className="message-gutter">
        {continues ? <time>{time}</time> : <Avatar id={message.fromId} name={message.from} bot={bot} />}
      </span>
      <div className="message-body">
        {message.ephemeral && !continues && (
          <p className="only-you">
            <EyeOff size={13} aria-hidden="true" /> {words.onlyYou}
          </p>
        )}
        {!continues && (
          <p className="message-head">
            <strong>{message.from}</strong>
            {bot && <span className="app-mark">{words.app}</span>}
            <time>{time}</time>
          </p>
        )}
        {editing ? (
          <Editor channel={channel} message={message} onDone={() => setEditing(false)} />
        ) : message.blocks && message.blocks.length > 0 ? (
          <LiveSurface place={place} state={message.state}>
            <Blocks blocks={message.blocks} />
          </LiveSurface>
        ) : (
          message.text !== '' && (
            <div className="text">
              <Mrkdwn text={message.text} />
            </div>
          )
        )}
        {message.edited && !editing && <small className="edited">{words.edited}</small>}
        {message.files && message.files.length > 0 && <Files files={message.files} />}
        {message.reactions && message.reactions.length > 0 && <Reactions channel={channel} message={message} />}
        {!inThread && message.replies && message.replies.count > 0 && <Replies channel={channel} message={message} />}
      </div>
      <MessageTools
        channel={channel}
        message={message}
        inThread={inThread}
        open={menu}
        onOpen={setMenu}
        onEdit={() => setEditing(true)}
      />
    </article>
  );
});

function Editor({ channel, message, onDone }: { channel: string; message: Message; onDone: () => void }) {
  const words = useWords();
  const { act, say, people, personOf } = useWorkspace();
  const [text, setText] = useState(() => asTyped(withNames(message.text, (id) => personOf(id)?.name)));
  const named = useMemo(
    () =>
      new Map(people.filter((person) => text.includes(`@${person.name}`)).map((person) => [person.name, person.id])),
    [people, text],
  );
  const save = async () => {
    const answer = await act({ do: 'edit', channel, ts: message.ts, text: withMentions(text, named) });
    if (answer.error) say(answer.error);
    else onDone();
  };
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className="field"
        aria-label={words.editMessage}
        value={text}
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit it
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <button type="button" className="button" onClick={onDone}>
        {words.cancel}
      </button>
      <button type="submit" className="button button-primary" disabled={text.trim() === ''}>
        {words.save}
      </button>
    </form>
  );
}

function Reactions({ channel, message }: { channel: string; message: Message }) {
  const { act, me, personOf, manifest, say } = useWorkspace();
  const nameOf = (id: string) => (id === manifest.bot.id ? manifest.bot.name : (personOf(id)?.name ?? id));
  const toggle = async (name: string) => {
    const answer = await act({ do: 'react', channel, ts: message.ts, name });
    if (answer.error) say(answer.error);
  };
  return (
    <div className="reactions">
      {message.reactions?.map((reaction) => (
        <button
          key={reaction.name}
          type="button"
          className="reaction"
          aria-pressed={reaction.users.includes(me.id)}
          title={reaction.users.map(nameOf).join('、')}
          onClick={() => void toggle(reaction.name)}
        >
          {emojiOf(reaction.name) ?? `:${reaction.name}:`} {reaction.count}
        </button>
      ))}
    </div>
  );
}

function Replies({ channel, message }: { channel: string; message: Message }) {
  const words = useWords();
  const language = useLanguage();
  const { openThread, personOf, manifest, timeZone, now } = useWorkspace();
  if (!message.replies) return null;
  const latest = millisecondsOf(message.replies.latest);
  return (
    <button type="button" className="replies" onClick={() => openThread(channel, message.ts)}>
      <MessageSquareText size={15} aria-hidden="true" />
      {message.replies.users.slice(0, 4).map((id) => (
        <Avatar key={id} id={id} name={personOf(id)?.name ?? manifest.bot.name} bot={id === manifest.bot.id} small />
      ))}
      <span>{words.replies(message.replies.count)}</span>
      <small aria-hidden="true">{words.lastReply(shortMoment(latest, now(), timeZone, language))}</small>
    </button>
  );
}
