import { useCallback, useEffect, useRef, useState } from 'react';
import { readScreen, streamAddress } from '../control.js';
import type { Screen } from '../wire.js';
import { share } from './share.js';

export interface ClockEvent {
  now: number;
  rate: number;
  moving: boolean;
}

/** What of the workspace is on the screen. */
interface Part {
  channel: string;
  limit: number;
  thread?: string;
}

const isSame = (one: Part, other: Part): boolean =>
  one.channel === other.channel && one.limit === other.limit && one.thread === other.thread;

/** Several changes within this time are one refetch; shorter than the eye notices. */
const settleMs = 40;

/**
 * What the person sees, kept up to date: the stream says that something changed, then the screen is read again. At most one
 * reading is under way; changes meanwhile lead to one more.
 */
export function useLiveScreen(
  as: string,
  part: Part,
  onClock: (event: ClockEvent) => void,
): { screen: Screen | null; online: boolean; refresh: () => void; failure: string | null } {
  const [screen, setScreen] = useState<Screen | null>(null);
  const [online, setOnline] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const wanted = useRef(part);
  wanted.current = part;
  const reading = useRef({ busy: false, again: false, timer: 0 });

  const read = useCallback(async () => {
    const state = reading.current;
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    const asked = wanted.current;
    try {
      const answer = await readScreen(as, asked);
      if (isSame(asked, wanted.current)) {
        setScreen((before) => share(before, answer));
        setFailure(null);
      } else state.again = true;
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    state.busy = false;
    if (state.again) {
      state.again = false;
      void read();
    }
  }, [as]);

  const refresh = useCallback(() => {
    window.clearTimeout(reading.current.timer);
    reading.current.timer = window.setTimeout(() => void read(), settleMs);
  }, [read]);

  const { channel, limit, thread } = part;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the screen has to be read at once
  useEffect(() => {
    void read();
  }, [read, channel, limit, thread]);

  const heard = useRef(onClock);
  heard.current = onClock;
  useEffect(() => {
    let stream: EventSource | null = null;
    const listen = () => {
      stream = new EventSource(streamAddress(as));
      stream.addEventListener('change', refresh);
      stream.addEventListener('clock', (event) => {
        heard.current(JSON.parse((event as MessageEvent<string>).data) as ClockEvent);
        refresh();
      });
      stream.onopen = () => {
        setOnline(true);
        refresh();
      };
      stream.onerror = () => setOnline(false);
    };
    // A browser keeps six connections to one address: a window that nobody sees gives its stream back, so that ten people can be open.
    const look = () => {
      if (document.hidden) {
        stream?.close();
        stream = null;
      } else if (!stream) listen();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stream?.close();
    };
  }, [as, refresh]);

  return { screen, online, refresh, failure };
}
