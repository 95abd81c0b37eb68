import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { Fragment } from 'react';
import { Broadcast, ChannelMention, DateText, Emoji, Link, PersonMention } from '../text/mrkdwn-view.js';
import { numbered } from '../text/numbered.js';

/** Slack's structured text: sections, lists, quotes, code. */
export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div className="text rich-text">
      {numbered(block.elements).map(({ key, item }) => (
        <Part key={key} element={item} />
      ))}
    </div>
  );
}

function Part({ element }: { element: RichTextBlockElement }) {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <p>
          <Pieces elements={element.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Pieces elements={element.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Pieces elements={element.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = element.style === 'ordered' ? 'ol' : 'ul';
      const items = numbered(element.elements).map(({ key, item }) => (
        <li key={key}>{'elements' in item && <Pieces elements={item.elements as RichTextElement[]} />}</li>
      ));
      return <List style={{ marginInlineStart: `${(element.indent ?? 0) * 1.5}em` }}>{items}</List>;
    }
  }
}

function Pieces({ elements }: { elements: RichTextElement[] }) {
  return numbered(elements).map(({ key, item }) => <Styled key={key} element={item} />);
}

function Styled({ element }: { element: RichTextElement }) {
  let shown = <Piece element={element} />;
  const style = element.style;
  if (!style) return shown;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.bold) shown = <strong>{shown}</strong>;
  return shown;
}

function Piece({ element }: { element: RichTextElement }) {
  switch (element.type) {
    case 'text':
      return <Lines text={element.text} />;
    case 'link':
      return <Link url={element.url}>{element.text ?? element.url}</Link>;
    case 'user':
      return <PersonMention id={element.user_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'emoji':
      return <Emoji name={element.name} />;
    case 'broadcast':
      return <Broadcast name={element.range} />;
    case 'date':
      return (
        <DateText
          epochMs={element.timestamp * 1000}
          pattern={element.format}
          url={element.url}
          fallback={element.fallback ?? ''}
        />
      );
    case 'color':
      return <code>{element.value}</code>;
    case 'usergroup':
      return <span className="mention">@{element.usergroup_id}</span>;
    case 'team':
      return <span className="mention">@{element.team_id}</span>;
  }
}

function Lines({ text }: { text: string }) {
  return numbered(text.split('\n')).map(({ key, item }) => (
    <Fragment key={key}>
      {key > 0 && <br />}
      {item}
    </Fragment>
  ));
}
