import { Ellipsis, MessageSquareText, SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { useConfirm } from '../frame/confirm.js';
import { Floating } from '../frame/floating.js';
import { linkTo } from '../state/link.js';
import { useWorkspace } from '../state/workspace.js';
import { emojiOf, quickReactions } from '../text/emoji.js';
import type { Message } from '../wire.js';
import { useWords } from '../words/words.js';

interface ToolsProps {
  channel: string;
  message: Message;
  inThread: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onEdit: () => void;
}

/** What one can do with a message: hovering shows the tools on a desktop, a tap opens the menu on a phone. */
export function MessageTools({ channel, message, inThread, open, onOpen, onEdit }: ToolsProps) {
  const words = useWords();
  const { openThread } = useWorkspace();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [picking, setPicking] = useState(false);
  return (
    <div className="message-tools" ref={setAnchor}>
      {!message.ephemeral && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.addReaction}
          title={words.addReaction}
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
        >
          <SmilePlus size={17} />
        </button>
      )}
      {!inThread && !message.ephemeral && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.replyInThread}
          title={words.replyInThread}
          onClick={() => openThread(channel, message.ts)}
        >
          <MessageSquareText size={17} />
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={words.more}
        title={words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Ellipsis size={17} />
      </button>
      {picking && (
        <Floating anchor={anchor} placement="top-end" onLeave={() => setPicking(false)}>
          <ReactionRow channel={channel} message={message} onDone={() => setPicking(false)} />
        </Floating>
      )}
      {open && (
        <Floating anchor={anchor} placement="bottom-end" className="message-menu" onLeave={() => onOpen(false)}>
          <Menu channel={channel} message={message} inThread={inThread} onDone={() => onOpen(false)} onEdit={onEdit} />
        </Floating>
      )}
    </div>
  );
}

function ReactionRow({ channel, message, onDone }: { channel: string; message: Message; onDone: () => void }) {
  const { act, say } = useWorkspace();
  const react = async (name: string) => {
    onDone();
    const answer = await act({ do: 'react', channel, ts: message.ts, name });
    if (answer.error) say(answer.error);
  };
  return (
    <div className="reaction-row">
      {quickReactions.map((name) => (
        <button key={name} type="button" aria-label={name} onClick={() => void react(name)}>
          {emojiOf(name)}
        </button>
      ))}
    </div>
  );
}

function Menu(menu: Pick<ToolsProps, 'channel' | 'message' | 'inThread' | 'onEdit'> & { onDone: () => void }) {
  const { channel, message } = menu;
  const words = useWords();
  const { act, me, manifest, openThread, say } = useWorkspace();
  const confirm = useConfirm();
  const own = message.fromId === me.id && !message.ephemeral;
  const run = (deed: () => unknown) => () => {
    menu.onDone();
    void deed();
  };
  const tell = async (answer: ReturnType<typeof act>) => {
    const { error } = await answer;
    if (error) say(error);
  };
  const link = linkTo(window.location.origin, channel, message.ts, message.thread);
  const copy = async () => {
    // Without the clipboard's permission the link itself is shown, so that it can be copied by hand.
    await navigator.clipboard.writeText(link).then(
      () => say(words.linkCopied),
      () => say(link),
    );
  };
  const remove = async () => {
    const yes = await confirm({
      text: { type: 'plain_text', text: words.deleteQuestion },
      confirm: { text: words.deleteMessage },
      style: 'danger',
    });
    if (yes) await tell(act({ do: 'delete', channel, ts: message.ts }));
  };
  const shortcuts = manifest.shortcuts.filter((shortcut) => shortcut.type === 'message');
  const item = (text: string, deed: () => unknown, danger = false) => (
    <button key={text} type="button" role="menuitem" className={danger ? 'danger' : ''} onClick={run(deed)}>
      {text}
    </button>
  );
  if (message.ephemeral) {
    return (
      <div role="menu" className="menu" aria-label={words.more}>
        {item(words.dismiss, () => tell(act({ do: 'delete', channel, ts: message.ts })))}
      </div>
    );
  }
  return (
    <div role="menu" className="menu" aria-label={words.more}>
      {!menu.inThread && item(words.replyInThread, () => openThread(channel, message.ts))}
      {shortcuts.map((shortcut) =>
        item(shortcut.name, () =>
          tell(act({ do: 'shortcut', name: shortcut.name, message: { channel, ts: message.ts } })),
        ),
      )}
      {item(words.copyLink, copy)}
      {own && item(words.editMessage, menu.onEdit)}
      {own && item(words.deleteMessage, remove, true)}
    </div>
  );
}
