import { Fragment, memo, useMemo } from 'react';
import { readLink } from '../state/link.js';
import { useWorkspace } from '../state/workspace.js';
import { useLanguage } from '../words/words.js';
import { emojiOf, withEmoji } from './emoji.js';
import { type Node, parseMrkdwn } from './mrkdwn.js';
import { numbered } from './numbered.js';
import { formatDateTokens } from './when.js';

/** A text in Slack's mrkdwn. */
export const Mrkdwn = memo(function Mrkdwn({ text }: { text: string }) {
  const nodes = useMemo(() => parseMrkdwn(text), [text]);
  return <Nodes nodes={nodes} />;
});

/** A text object of Block Kit, either kind. */
export function TextObject({ text }: { text: { type: string; text: string } }) {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <PlainText text={text.text} />;
}

export function PlainText({ text }: { text: string }) {
  return <span className="plain-text">{withEmoji(text)}</span>;
}

function Nodes({ nodes }: { nodes: Node[] }) {
  return numbered(nodes).map(({ key, item }) => <One key={key} node={item} />);
}

function One({ node }: { node: Node }) {
  switch (node.kind) {
    case 'text':
      return <Fragment>{node.text}</Fragment>;
    case 'break':
      return <br />;
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.children} />
        </blockquote>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'preformatted':
      return <pre>{node.text}</pre>;
    case 'link':
      return (
        <Link url={node.url}>
          <Nodes nodes={node.children} />
        </Link>
      );
    case 'person':
      return <PersonMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'broadcast':
      return <Broadcast name={node.name} />;
    case 'date':
      return <DateText epochMs={node.epochMs} pattern={node.pattern} url={node.url} fallback={node.fallback} />;
    case 'emoji':
      return <Emoji name={node.name} />;
  }
}

/** A link; one to a message of this workspace opens it here instead of in another window. */
export function Link({ url, children }: { url: string; children: React.ReactNode }) {
  const { openChannel, openThread } = useWorkspace();
  const here = url.startsWith(`${window.location.origin}/`) ? readLink(url.slice(window.location.origin.length)) : null;
  if (here) {
    const open = (event: React.MouseEvent) => {
      event.preventDefault();
      if (here.thread) openThread(here.channel, here.thread);
      else openChannel(here.channel, here.message);
    };
    return (
      <a href={url} onClick={open}>
        {children}
      </a>
    );
  }
  // Only what a browser may safely follow; the workspace's texts can hold anything.
  if (!/^(https?|mailto|tel):/i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

export function PersonMention({ id, label }: { id: string; label?: string | undefined }) {
  const { personOf, manifest, me } = useWorkspace();
  const name = id === manifest.bot.id ? manifest.bot.name : (personOf(id)?.name ?? label ?? id);
  return <span className={id === me.id ? 'mention mention-me' : 'mention'}>@{name}</span>;
}

export function ChannelMention({ id, label }: { id: string; label?: string | undefined }) {
  const { channelOf, openChannel } = useWorkspace();
  const channel = channelOf(id);
  if (!channel) return <span className="mention">#{label ?? id}</span>;
  return (
    <button type="button" className="mention" onClick={() => openChannel(id)}>
      #{channel.name}
    </button>
  );
}

export function Broadcast({ name }: { name: string }) {
  return <span className="mention mention-me">@{name}</span>;
}

export function DateText(date: { epochMs: number; pattern: string; url?: string | undefined; fallback: string }) {
  const { timeZone } = useWorkspace();
  const language = useLanguage();
  const text = formatDateTokens(date.pattern, date.epochMs, timeZone, language) || date.fallback;
  return date.url ? <Link url={date.url}>{text}</Link> : <time>{text}</time>;
}

export function Emoji({ name }: { name: string }) {
  const sign = emojiOf(name);
  return (
    <span className={sign ? 'emoji' : undefined} title={`:${name}:`}>
      {sign ?? `:${name}:`}
    </span>
  );
}
