import type { Button, Overflow } from '@slack/types';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Floating } from '../frame/floating.js';
import { withEmoji } from '../text/emoji.js';
import { useWords } from '../words/words.js';
import { elementKey, useSurface } from './surface.js';

const style = { primary: 'button-primary', danger: 'button-danger' } as const;

export function ButtonElement({ element, blockId }: { element: Button; blockId: string }) {
  const surface = useSurface();
  const busy = surface.pending === elementKey(blockId, element);
  const press = async () => {
    // Not disabled while busy: a disabled button would lose the keyboard's focus.
    if (busy) return;
    // Slack opens the address and tells the bot as well.
    if (element.url && /^(https?|mailto):/i.test(element.url))
      window.open(element.url, '_blank', 'noreferrer,noopener');
    await surface.press(blockId, element, element.value);
  };
  return (
    <button
      type="button"
      className={`button ${element.style ? style[element.style] : ''}`}
      aria-busy={busy || undefined}
      onClick={() => void press()}
    >
      {withEmoji(element.text.text)}
    </button>
  );
}

export function OverflowElement({ element, blockId }: { element: Overflow; blockId: string }) {
  const words = useWords();
  const surface = useSurface();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const busy = surface.pending === elementKey(blockId, element);
  return (
    <>
      <button
        type="button"
        ref={setAnchor}
        className="button button-square"
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy || undefined}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis size={18} />
      </button>
      {open && (
        <Floating anchor={anchor} placement="bottom-end" onLeave={() => setOpen(false)}>
          <div role="menu" className="menu" aria-label={words.more}>
            {element.options.map((option) => (
              <button
                key={option.value}
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  if (option.url && /^https?:/i.test(option.url))
                    window.open(option.url, '_blank', 'noreferrer,noopener');
                  void surface.press(blockId, element, option.value ?? null);
                }}
              >
                {withEmoji(option.text.text)}
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
