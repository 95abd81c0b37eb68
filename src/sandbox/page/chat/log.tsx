import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWorkspace } from '../state/workspace.js';
import { dayHeading, millisecondsOf } from '../text/when.js';
import type { Message } from '../wire.js';
import { useLanguage, useWords } from '../words/words.js';
import { MessageItem } from './message.js';
import { rowsOf } from './rows.js';

interface LogProps {
  channel: string;
  name: string;
  messages: Message[];
  inThread: boolean;
  hasMore?: boolean;
  onOlder?: () => void;
  /** The reader is back at the end; what was loaded above may go. */
  onEnd?: () => void;
  firstUnread?: string | null;
  /** The message that a link points to. */
  target?: string | undefined;
  children?: React.ReactNode;
}

/** Near enough to the end to be carried along when something is added. */
const nearPixels = 120;

/** The messages of a conversation or a thread, newest below; stays at the end while the reader is there, and where they are otherwise. */
export function Log(log: LogProps) {
  const words = useWords();
  const language = useLanguage();
  const { timeZone, now } = useWorkspace();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const rows = useMemo(
    () => rowsOf(log.messages, timeZone, log.firstUnread ?? null),
    [log.messages, timeZone, log.firstUnread],
  );

  const toEnd = () => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  // Content grows not only by messages: pictures load, forms unfold. Whatever it is, the reader at the end stays at the end.
  useLayoutEffect(() => {
    const element = box.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return;
    element.scrollTop = element.scrollHeight;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watcher.observe(inner);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  // Earlier messages come in above: the one being read keeps its distance from the end.
  const first = log.messages[0]?.ts;
  const toBottom = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first message is what changes
  useLayoutEffect(() => {
    const element = box.current;
    if (element && !atEnd.current) element.scrollTop = element.scrollHeight - toBottom.current;
  }, [first]);

  const { target } = log;
  const arrived = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (target === undefined || arrived.current === target) return;
    const element = box.current?.querySelector(`[data-ts="${CSS.escape(target)}"]`);
    if (!element) {
      if (log.hasMore) log.onOlder?.();
      return;
    }
    arrived.current = target;
    atEnd.current = false;
    element.scrollIntoView({ block: 'center' });
  });

  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    toBottom.current = element.scrollHeight - element.scrollTop;
    atEnd.current = toBottom.current - element.clientHeight < nearPixels;
    setAway(!atEnd.current);
    if (atEnd.current) {
      // A log that opens stands at its end: what is loaded on the way to a link's message must not go for that.
      if (target === undefined || arrived.current === target) log.onEnd?.();
    } else if (element.scrollTop < 200 && log.hasMore) log.onOlder?.();
  };
  return (
    <div className="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard */}
      <div className="log" ref={box} onScroll={scrolled} tabIndex={0} role="log" aria-label={log.name}>
        <div className="log-inner">
          {log.hasMore && (
            <button type="button" className="button older" onClick={log.onOlder}>
              {words.older}
            </button>
          )}
          {rows.length === 0 && log.children}
          {rows.map((row) => (
            <div key={row.message.ts} className="row">
              {row.newDay && (
                <h3 className="day">
                  <span>{dayHeading(millisecondsOf(row.message.ts), now(), timeZone, language)}</span>
                </h3>
              )}
              {row.firstUnread && <p className="first-unread">{words.newMessages}</p>}
              <MessageItem
                channel={log.channel}
                message={row.message}
                continues={row.continues}
                inThread={log.inThread}
                marked={row.message.ts === target}
              />
            </div>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" className="button to-newest" onClick={toEnd}>
          {words.toNewest}
        </button>
      )}
    </div>
  );
}
