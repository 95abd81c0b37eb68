import { ArrowLeft, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Channel } from '../wire.js';
import { useWords } from '../words/words.js';
import { Composer } from './composer.js';
import { DropArea } from './drop.js';
import { Log } from './log.js';

/** A thread beside its conversation; on a phone, a screen of its own. */
export function ThreadPanel(panel: {
  channel: Channel;
  thread: string;
  target?: string | undefined;
  onClose: () => void;
}) {
  const words = useWords();
  const { channel, thread } = panel;
  const messages = useMemo(
    () => channel.messages.filter((message) => message.ts === thread || message.thread === thread),
    [channel.messages, thread],
  );
  const name = words.threadIn(channel.name);
  return (
    <aside className="thread" aria-label={words.thread}>
      <DropArea className="thread-inner">
        {(dropped, taken) => (
          <>
            <header className="conversation-head">
              <button type="button" className="back" onClick={panel.onClose}>
                <ArrowLeft size={18} aria-hidden="true" />
                {words.back}
              </button>
              <h1>{words.thread}</h1>
              <p className="conversation-about">
                <span>{channel.name}</span>
              </p>
              <button
                type="button"
                className="icon-button thread-close"
                aria-label={words.close}
                onClick={panel.onClose}
              >
                <X size={18} />
              </button>
            </header>
            <Log key={thread} channel={channel.id} name={name} messages={messages} inThread target={panel.target} />
            {!channel.archived && channel.joined && (
              <Composer
                key={thread}
                channel={channel.id}
                thread={thread}
                label={words.writeReply}
                dropped={dropped}
                onDroppedTaken={taken}
              />
            )}
          </>
        )}
      </DropArea>
    </aside>
  );
}
