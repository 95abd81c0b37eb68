import { Paperclip, SendHorizontal, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Floating } from '../frame/floating.js';
import { useWorkspace } from '../state/workspace.js';
import { useWords } from '../words/words.js';
import { readFiles } from './attach.js';
import { complete, type Offer, withMentions } from './completion.js';
import { OfferList } from './offers.js';
import { Shortcuts } from './shortcuts.js';

interface ComposerProps {
  channel: string;
  thread?: string;
  label: string;
  /** Files dropped anywhere on the conversation. */
  dropped: File[];
  onDroppedTaken: () => void;
}

/** What stands in a composer that was left: going to another channel and back loses nothing. */
const drafts = new Map<string, string>();

/** Where people write: Enter sends, Shift+Enter starts a new line, / and @ complete, files are added by paste, drop or button. */
export function Composer(props: ComposerProps) {
  const words = useWords();
  const { act, manifest, me, people } = useWorkspace();
  const draft = `${me.id}/${props.channel}/${props.thread ?? ''}`;
  const [text, setText] = useState(() => drafts.get(draft) ?? '');
  useEffect(() => {
    if (text === '') drafts.delete(draft);
    else drafts.set(draft, text);
  }, [draft, text]);
  const [caret, setCaret] = useState(0);
  const [files, setFiles] = useState<File[]>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [highlighted, setHighlighted] = useState(0);
  const [hushed, setHushed] = useState<string | null>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const picked = useRef(new Map<string, string>());
  const listId = useId();
  const usage = manifest.commands.find((one) => one.usage && text.startsWith(`${one.command} `));

  const completion = useMemo(
    () => (hushed === text ? null : complete(text, caret, manifest, people)),
    [text, caret, manifest, people, hushed],
  );

  useEffect(() => {
    if (props.dropped.length === 0) return;
    setFiles((all) => [...all, ...props.dropped]);
    props.onDroppedTaken();
    area.current?.focus();
  }, [props.dropped, props.onDroppedTaken]);

  // The box grows with its text up to a third of the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, window.innerHeight / 3)}px`;
  }, [text]);

  const write = (next: string, at = next.length) => {
    setText(next);
    setCaret(at);
    setHighlighted(0);
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at));
  };
  const take = (offer: Offer) => {
    if (!completion) return;
    if (offer.kind === 'person') picked.current.set(offer.label, offer.key);
    const before = text.slice(0, completion.start) + offer.insert;
    write(before + text.slice(caret).replace(/^ /, ''), before.length);
    area.current?.focus();
  };

  /** What stands there already is the offer, letter by letter: Enter then means to send. */
  const typedOut = (offer: Offer) => {
    if (!completion || text.slice(completion.start, caret) !== offer.insert.trim()) return false;
    if (offer.kind === 'person') picked.current.set(offer.label, offer.key);
    return true;
  };

  const send = async () => {
    const sent = text.trim();
    if (sent === '' && files.length === 0) return;
    const command = /^\/\S+/.exec(sent)?.[0];
    setNotice(null);
    write('');
    const sentFiles = files;
    setFiles([]);
    setWaiting((n) => n + 1);
    const answer = command
      ? await act({
          do: 'command',
          channel: props.channel,
          text: withMentions(sent, picked.current),
          ...(props.thread ? { thread: props.thread } : {}),
        })
      : await act({
          do: 'say',
          channel: props.channel,
          text: withMentions(sent, picked.current),
          ...(props.thread ? { thread: props.thread } : {}),
          ...(sentFiles.length > 0 ? { files: await readFiles(sentFiles) } : {}),
        });
    setWaiting((n) => n - 1);
    if (!answer.error) return;
    // What a command came to, Slackbot has said among the messages already.
    if (!command || answer.impossible) setNotice(answer.error);
    // What was typed is not lost, unless the next thing is being typed already.
    setText((now) => (now === '' ? sent : now));
    setFiles((now) => (now.length === 0 ? sentFiles : now));
  };

  const keyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a character. 229 is what older browsers report for the closing key.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const offers = completion?.offers ?? [];
    const offer = offers[highlighted];
    if (offer && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setHighlighted((highlighted + step + offers.length) % offers.length);
    } else if (offer && event.key === 'Escape') {
      event.preventDefault();
      setHushed(text);
    } else if (offer && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !typedOut(offer)))) {
      event.preventDefault();
      take(offer);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div className="composer" ref={setFrame}>
      {notice && (
        <p className="notice" role="alert">
          <span>{notice}</span>
          <button type="button" className="icon-button" aria-label={words.dismiss} onClick={() => setNotice(null)}>
            <X size={15} />
          </button>
        </p>
      )}
      {usage && (
        <p className="usage">
          {usage.command} <span>{usage.usage}</span>
        </p>
      )}
      {files.length > 0 && (
        <div className="composer-files">
          {files.map((file) => (
            <span key={`${file.name}-${file.lastModified}`} className="chip">
              {file.name}
              <button
                type="button"
                aria-label={words.remove(file.name)}
                onClick={() => setFiles(files.filter((one) => one !== file))}
              >
                <X size={14} />
              </button>
            </span>
          ))}
        </div>
      )}
      <form
        className="composer-row"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label className="icon-button" title={words.attach}>
          <Paperclip size={18} aria-hidden="true" />
          <input
            type="file"
            multiple
            className="unseen"
            aria-label={words.attach}
            onChange={(event) => {
              setFiles([...files, ...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
        <Shortcuts channel={props.channel} />
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={props.label}
          placeholder={props.label}
          title={words.enterHint}
          aria-autocomplete="list"
          aria-controls={completion ? listId : undefined}
          aria-activedescendant={completion ? `${listId}-${highlighted}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart);
            setHighlighted(0);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={keyDown}
          onPaste={(event) => {
            const pasted = [...event.clipboardData.files];
            if (pasted.length === 0) return;
            event.preventDefault();
            setFiles((all) => [...all, ...pasted]);
          }}
        />
        <button
          type="submit"
          className="send"
          aria-label={words.send}
          title={words.send}
          aria-busy={waiting > 0 || undefined}
          disabled={text.trim() === '' && files.length === 0}
        >
          <SendHorizontal size={18} />
        </button>
      </form>
      {completion && (
        <Floating anchor={frame} placement="top-start" matchWidth className="listbox">
          <OfferList id={listId} completion={completion} highlighted={highlighted} onTake={take} />
        </Floating>
      )}
    </div>
  );
}
