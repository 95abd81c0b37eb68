import { createContext, useCallback, useContext, useState } from 'react';
import type { Asked } from '../blocks/actionable.js';
import { TextObject } from '../text/mrkdwn-view.js';
import { useWords } from '../words/words.js';
import { Dialog } from './dialog.js';

const ConfirmContext = createContext<((asked: Asked) => Promise<boolean>) | null>(null);

/** Asks before an action; the answer is true when the person agrees. */
export function useConfirm(): (asked: Asked) => Promise<boolean> {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('No confirmation host around this part of the page.');
  return confirm;
}

export function ConfirmHost({ children }: { children: React.ReactNode }) {
  const words = useWords();
  const [open, setOpen] = useState<{ asked: Asked; answer: (yes: boolean) => void } | null>(null);
  const confirm = useCallback((asked: Asked) => new Promise<boolean>((answer) => setOpen({ asked, answer })), []);
  const close = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      {open && (
        <Dialog
          title={open.asked.title?.text ?? words.confirm}
          className="dialog dialog-small"
          onClose={() => close(false)}
        >
          {open.asked.title && <h2>{open.asked.title.text}</h2>}
          <p className="dialog-text">
            <TextObject text={open.asked.text} />
          </p>
          <footer className="dialog-footer">
            <button
              type="button"
              className="button"
              data-first-focus={open.asked.style === 'danger' || undefined}
              onClick={() => close(false)}
            >
              {open.asked.deny?.text ?? words.cancel}
            </button>
            <button
              type="button"
              className={`button ${open.asked.style === 'danger' ? 'button-danger' : 'button-primary'}`}
              data-first-focus={open.asked.style !== 'danger' || undefined}
              onClick={() => close(true)}
            >
              {open.asked.confirm?.text ?? words.confirm}
            </button>
          </footer>
        </Dialog>
      )}
    </ConfirmContext>
  );
}
