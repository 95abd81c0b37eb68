import type { ActionsBlock, ContextBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { memo } from 'react';
import { useControlIds } from '../frame/dialog.js';
import { withEmoji } from '../text/emoji.js';
import { PlainText, TextObject } from '../text/mrkdwn-view.js';
import { numbered } from '../text/numbered.js';
import { useWords } from '../words/words.js';
import { Chart, type ChartBlock } from './chart.js';
import { DataTable } from './data-table.js';
import { Element, nameOf } from './element.js';
import { Picture } from './image.js';
import { MarkdownText } from './markdown.js';
import { RichText } from './rich-text.js';
import { useSurface } from './surface.js';
import { Table } from './table.js';

/** The blocks of a message, a form or the home tab. Needs a surface around it. */
export const Blocks = memo(function Blocks({ blocks }: { blocks: KnownBlock[] }) {
  return (
    <div className="blocks">
      {numbered(blocks).map(({ key, item }) => (
        <One key={item.block_id ?? key} block={item} />
      ))}
    </div>
  );
});

function One({ block }: { block: KnownBlock | ChartBlock }) {
  const words = useWords();
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h3 className="block-header">
          <PlainText text={block.text.text} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'image':
      return <Picture image={block} title={block.title?.text} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <MarkdownText text={block.text} />;
    case 'table':
      return <Table block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
    default:
      return <em className="unknown">{words.unknownBlock(block.type)}</em>;
  }
}

function Section({ block }: { block: SectionBlock }) {
  const { accessory } = block;
  return (
    <div className="section">
      <div className="section-body">
        {block.text && (
          <div className="text">
            <TextObject text={block.text} />
          </div>
        )}
        {block.fields && (
          <div className="fields">
            {numbered(block.fields).map(({ key, item }) => (
              <div key={key} className="text">
                <TextObject text={item} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className={`accessory accessory-${accessory.type}`}>
          {accessory.type === 'image' ? (
            <Picture image={accessory} small />
          ) : (
            <Element
              element={accessory}
              blockId={block.block_id ?? ''}
              label={nameOf(accessory, plain(block.text?.text ?? ''))}
              dispatch
            />
          )}
        </div>
      )}
    </div>
  );
}

/** A text without its formatting, short, as the name of the control beside it. */
const plain = (text: string) =>
  text
    .replace(/[*_~`]/g, '')
    .split('\n')[0]
    ?.slice(0, 60) ?? '';

function Context({ block }: { block: ContextBlock }) {
  return (
    <div className="context">
      {numbered(block.elements).map(({ key, item }) =>
        item.type === 'image' ? (
          <Picture key={key} image={item} tiny />
        ) : (
          <span key={key} className="text">
            <TextObject text={item} />
          </span>
        ),
      )}
    </div>
  );
}

function Actions({ block }: { block: ActionsBlock }) {
  return (
    <div className="actions">
      {numbered(block.elements).map(({ key, item }) => (
        <Element
          key={item.action_id ?? key}
          element={item}
          blockId={block.block_id ?? ''}
          label={nameOf(item, item.action_id ?? '')}
          dispatch
        />
      ))}
    </div>
  );
}

const labelled = new Set([
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'datepicker',
  'timepicker',
  'datetimepicker',
]);

function Input({ block }: { block: InputBlock }) {
  const words = useWords();
  const surface = useSurface();
  const ids = useControlIds();
  const blockId = block.block_id ?? '';
  const error = surface.errors[blockId];
  const describedBy = [error && ids.error, block.hint && ids.hint].filter(Boolean).join(' ') || undefined;
  // A press on the label goes into the field, as people expect; lists and choices are only named by it.
  const Label = labelled.has(block.element.type) ? 'label' : 'div';
  return (
    <div className={`input ${error ? 'invalid' : ''}`}>
      <Label className="input-label" {...(Label === 'label' ? {} : { id: ids.label })}>
        <span id={Label === 'label' ? ids.label : undefined}>{withEmoji(block.label.text)}</span>
        {block.optional && <small> {words.optional}</small>}
        {Label === 'label' && (
          <Element
            element={block.element}
            blockId={blockId}
            label={block.label.text}
            labelId={ids.label}
            describedBy={describedBy}
            invalid={error !== undefined}
            dispatch={block.dispatch_action ?? false}
          />
        )}
      </Label>
      {Label === 'div' && (
        <Element
          element={block.element}
          blockId={blockId}
          label={block.label.text}
          describedBy={describedBy}
          invalid={error !== undefined}
          dispatch={block.dispatch_action ?? false}
        />
      )}
      {error && (
        <p className="fault" id={ids.error} role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={ids.hint}>
          {withEmoji(block.hint.text)}
        </p>
      )}
    </div>
  );
}
