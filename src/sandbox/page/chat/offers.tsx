import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.js';
import type { Completion, Offer } from './completion.js';

/** The commands or people that the composer offers; the text area keeps the focus and handles the keys. */
export function OfferList(list: {
  id: string;
  completion: Completion;
  highlighted: number;
  onTake: (offer: Offer) => void;
}) {
  const words = useWords();
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the highlighted one has to be seen
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [list.highlighted]);
  return (
    <div role="listbox" id={list.id} aria-label={list.completion.kind === 'command' ? words.commands : words.people}>
      {list.completion.offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text area handles the keys, focus never leaves it
        <div
          key={offer.key}
          role="option"
          id={`${list.id}-${index}`}
          tabIndex={-1}
          ref={index === list.highlighted ? current : null}
          aria-selected={index === list.highlighted}
          className={`option ${index === list.highlighted ? 'option-on' : ''}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => list.onTake(offer)}
        >
          <span>{offer.label}</span>
          {offer.detail && <small>{offer.detail}</small>}
        </div>
      ))}
    </div>
  );
}
