import { Zap } from 'lucide-react';
import { useState } from 'react';
import { Floating } from '../frame/floating.js';
import { useWorkspace } from '../state/workspace.js';
import { useWords } from '../words/words.js';

/** The app's global shortcuts, beside the composer as on Slack. */
export function Shortcuts({ channel }: { channel: string }) {
  const words = useWords();
  const { manifest, act, say } = useWorkspace();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const shortcuts = manifest.shortcuts.filter((one) => one.type === 'global');
  if (shortcuts.length === 0) return null;
  const run = async (name: string) => {
    setOpen(false);
    const answer = await act({ do: 'shortcut', name, channel });
    if (answer.error) say(answer.error);
  };
  return (
    <>
      <button
        type="button"
        ref={setAnchor}
        className="icon-button"
        aria-label={words.shortcuts}
        title={words.shortcuts}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Zap size={18} />
      </button>
      {open && (
        <Floating anchor={anchor} placement="top-start" onLeave={() => setOpen(false)}>
          <div role="menu" className="menu" aria-label={words.shortcuts}>
            {shortcuts.map((shortcut) => (
              <button key={shortcut.name} type="button" role="menuitem" onClick={() => void run(shortcut.name)}>
                {shortcut.name}
                {shortcut.description && <small>{shortcut.description}</small>}
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
