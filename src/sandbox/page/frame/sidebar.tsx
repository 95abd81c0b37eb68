import { Hash, House, Lock, MessageSquare, Plus, Search } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useChannels, useWorkspace } from '../state/workspace.js';
import type { Channel, Person } from '../wire.js';
import { useWords } from '../words/words.js';
import { Avatar } from './avatar.js';
import { Dialog } from './dialog.js';
import { PeopleList } from './welcome.js';

/** Everything that this person can open. `current` is a channel's id or `home`. */
export function Sidebar(sidebar: {
  current: string;
  onOpen: (id: string) => void;
  onWriteTo: (person: Person) => void;
}) {
  const words = useWords();
  const channels = useChannels();
  const { manifest, people, me } = useWorkspace();
  const [typed, setTyped] = useState('');
  const [writing, setWriting] = useState(false);
  const parts = useMemo(() => sorted(channels, typed), [channels, typed]);
  const entry = (channel: Channel) => (
    <Entry key={channel.id} channel={channel} current={sidebar.current === channel.id} onOpen={sidebar.onOpen} />
  );
  return (
    <nav className="sidebar" aria-label={words.workspace}>
      <label className="search">
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          aria-label={words.searchChannels}
          placeholder={words.searchChannels}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className="sidebar-scroll">
        {typed === '' && (
          <section aria-label={manifest.bot.name}>
            <h2>{manifest.bot.name}</h2>
            {manifest.bot.home && (
              <button
                type="button"
                className="entry"
                aria-current={sidebar.current === 'home' || undefined}
                onClick={() => sidebar.onOpen('home')}
              >
                <House size={16} aria-hidden="true" />
                <span className="entry-name">{words.home}</span>
              </button>
            )}
            {parts.app && (
              <button
                type="button"
                className={`entry ${parts.app.unread > 0 ? 'entry-unread' : ''}`}
                aria-current={sidebar.current === parts.app.id || undefined}
                onClick={() => parts.app && sidebar.onOpen(parts.app.id)}
              >
                <MessageSquare size={16} aria-hidden="true" />
                <span className="entry-name">{words.messages}</span>
                <Unread channel={parts.app} />
              </button>
            )}
          </section>
        )}
        <section aria-label={words.channels}>
          <h2>{words.channels}</h2>
          {parts.joined.map(entry)}
        </section>
        <section aria-label={words.directMessages}>
          <h2>
            {words.directMessages}
            <button
              type="button"
              className="icon-button"
              aria-label={words.newDirectMessage}
              onClick={() => setWriting(true)}
            >
              <Plus size={16} />
            </button>
          </h2>
          {parts.direct.map(entry)}
        </section>
        {parts.others.length > 0 && (
          <details open={typed !== '' || undefined}>
            <summary>{words.otherChannels(parts.others.length)}</summary>
            {parts.others.map(entry)}
          </details>
        )}
        {typed !== '' && parts.joined.length + parts.direct.length + parts.others.length === 0 && (
          <p className="hint">{words.noChannelFound}</p>
        )}
      </div>
      {writing && (
        <Dialog title={words.newDirectMessage} className="dialog dialog-people" light onClose={() => setWriting(false)}>
          <header className="form-head">
            <h2>{words.newDirectMessage}</h2>
            <button type="button" className="button" onClick={() => setWriting(false)}>
              {words.close}
            </button>
          </header>
          <PeopleList
            people={people.filter((person) => person.id !== me.id)}
            onChoose={(person) => {
              setWriting(false);
              sidebar.onWriteTo(person);
            }}
          />
        </Dialog>
      )}
    </nav>
  );
}

const Entry = memo(function Entry({
  channel,
  current,
  onOpen,
}: {
  channel: Channel;
  current: boolean;
  onOpen: (id: string) => void;
}) {
  return (
    <button
      type="button"
      className={`entry ${channel.unread > 0 ? 'entry-unread' : ''} ${channel.joined ? '' : 'entry-other'}`}
      aria-current={current || undefined}
      onClick={() => onOpen(channel.id)}
    >
      <ChannelSign channel={channel} />
      <span className="entry-name">{channel.name}</span>
      <Unread channel={channel} />
    </button>
  );
});

export function ChannelSign({ channel }: { channel: Channel }) {
  if (channel.kind === 'private') return <Lock size={15} aria-hidden="true" />;
  if (channel.kind === 'direct') return <Avatar id={channel.with?.[0] ?? channel.id} name={channel.name} small />;
  if (channel.kind === 'app') return <Avatar id={channel.id} name={channel.name} small bot />;
  return <Hash size={16} aria-hidden="true" />;
}

function Unread({ channel }: { channel: Channel }) {
  const words = useWords();
  if (channel.unread === 0) return null;
  const loud = channel.kind === 'direct' || channel.kind === 'app' || (channel.mentions ?? 0) > 0;
  return (
    <span className={loud ? 'badge badge-loud' : 'badge'} title={words.unread(channel.unread)}>
      {channel.unread > 99 ? '99+' : channel.unread}
    </span>
  );
}

function sorted(channels: Channel[], typed: string) {
  const sought = typed.trim().toLowerCase();
  const shown = channels.filter((channel) => sought === '' || channel.name.toLowerCase().includes(sought));
  return {
    app: channels.find((channel) => channel.kind === 'app'),
    joined: shown.filter((channel) => (channel.kind === 'channel' || channel.kind === 'private') && channel.joined),
    direct: shown
      .filter((channel) => channel.kind === 'direct')
      .sort((a, b) => (b.latest ?? '').localeCompare(a.latest ?? '')),
    others: shown.filter((channel) => channel.kind === 'channel' && !channel.joined),
  };
}
