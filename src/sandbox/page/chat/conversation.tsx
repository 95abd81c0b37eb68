import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ChannelSign } from '../frame/sidebar.js';
import { useWorkspace } from '../state/workspace.js';
import { Home } from '../views/home.js';
import type { Channel, HomeView, Message } from '../wire.js';
import { useWords } from '../words/words.js';
import { Composer } from './composer.js';
import { DropArea } from './drop.js';
import { Log } from './log.js';

interface ConversationProps {
  channel: Channel;
  target?: string | undefined;
  onOlder: () => void;
  onEnd: () => void;
  onBack: () => void;
  onHome: () => void;
}

export function Conversation({ channel, target, onOlder, onEnd, onBack, onHome }: ConversationProps) {
  const words = useWords();
  const { act, manifest } = useWorkspace();
  const messages = useMemo(() => topLevel(channel.messages), [channel.messages]);
  const firstUnread = useFirstUnread(channel, messages);
  useRead(channel);
  const title = channel.kind === 'channel' || channel.kind === 'private' ? `#${channel.name}` : channel.name;
  return (
    <DropArea className="conversation">
      {(dropped, taken) => (
        <>
          <header className="conversation-head">
            <BackButton onBack={onBack} />
            <h1>
              <ChannelSign channel={channel} />
              {channel.name}
            </h1>
            {channel.kind === 'app' ? (
              <AppTabs current="messages" channel={channel} onHome={onHome} onMessages={() => {}} />
            ) : (
              <p className="conversation-about">
                {channel.kind !== 'direct' && <span>{words.members(channel.members)}</span>}
                {channel.purpose && <span className="purpose">{channel.purpose}</span>}
              </p>
            )}
          </header>
          <Log
            channel={channel.id}
            name={title}
            messages={messages}
            inThread={false}
            hasMore={channel.hasMore ?? false}
            onOlder={onOlder}
            onEnd={onEnd}
            firstUnread={firstUnread}
            target={target}
          >
            <p className="empty">{channel.kind === 'app' ? words.emptyApp(manifest.bot.name) : words.emptyChannel}</p>
          </Log>
          {channel.archived ? (
            <p className="no-composer">{words.archived}</p>
          ) : channel.joined ? (
            <Composer channel={channel.id} label={words.writeTo(title)} dropped={dropped} onDroppedTaken={taken} />
          ) : (
            <p className="no-composer">
              {words.joinToWrite}{' '}
              <button
                type="button"
                className="button button-primary"
                onClick={() => void act({ do: 'join', channel: channel.id })}
              >
                {words.join}
              </button>
            </p>
          )}
        </>
      )}
    </DropArea>
  );
}

/** The app's home tab, in the place of a conversation. */
export function HomeScreen(screen: {
  home: HomeView | null;
  opening: boolean;
  app: Channel | undefined;
  onBack: () => void;
  onMessages: () => void;
}) {
  const { manifest } = useWorkspace();
  const words = useWords();
  return (
    <div className="conversation">
      <header className="conversation-head">
        <BackButton onBack={screen.onBack} />
        <h1>{manifest.bot.name}</h1>
        <AppTabs current="home" channel={screen.app} onHome={() => {}} onMessages={screen.onMessages} />
      </header>
      <section className="home-scroll" aria-label={words.homeOf(manifest.bot.name)}>
        <Home home={screen.home} opening={screen.opening} />
      </section>
    </div>
  );
}

function AppTabs(tabs: {
  current: 'home' | 'messages';
  channel: Channel | undefined;
  onHome: () => void;
  onMessages: () => void;
}) {
  const words = useWords();
  const { manifest } = useWorkspace();
  if (!manifest.bot.home) return null;
  return (
    <div className="tabs" role="tablist" aria-label={manifest.bot.name}>
      <button type="button" role="tab" aria-selected={tabs.current === 'home'} onClick={tabs.onHome}>
        {words.home}
      </button>
      <button type="button" role="tab" aria-selected={tabs.current === 'messages'} onClick={tabs.onMessages}>
        {words.messages}
      </button>
    </div>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  const words = useWords();
  return (
    <button type="button" className="back" onClick={onBack}>
      <ArrowLeft size={18} aria-hidden="true" />
      {words.back}
    </button>
  );
}

/** Messages outside of threads; a parent tells of its replies by itself. */
export function topLevel(messages: Message[]): Message[] {
  return messages.filter((message) => !message.thread || message.thread === message.ts);
}

/** The line "new" stays where it was when the conversation was opened, although everything is read by then. */
function useFirstUnread(channel: Channel, messages: Message[]): string | null {
  const { me } = useWorkspace();
  const [opened] = useState(() => {
    let left = channel.unread;
    // One's own messages do not count as unread.
    const first = left > 0 ? messages.findLast((message) => message.fromId !== me.id && --left === 0) : undefined;
    return first?.ts ?? null;
  });
  return opened === messages[0]?.ts ? null : opened;
}

/** What is open in a visible window is read. */
function useRead(channel: Channel) {
  const { act } = useWorkspace();
  const [visible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const sentFor = useRef('');
  const newest = `${channel.id}/${channel.latest ?? channel.unread}`;
  useEffect(() => {
    if (!visible || channel.unread === 0 || sentFor.current === newest) return;
    sentFor.current = newest;
    void act({ do: 'read', channel: channel.id });
  }, [act, channel.id, channel.unread, newest, visible]);
}
