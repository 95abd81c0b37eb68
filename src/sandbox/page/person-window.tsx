import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Conversation, HomeScreen } from './chat/conversation.js';
import { ThreadPanel } from './chat/thread.js';
import { ControlError, readClock, act as send } from './control.js';
import { ConfirmHost } from './frame/confirm.js';
import { Sidebar } from './frame/sidebar.js';
import { type Toast, Toasts } from './frame/toasts.js';
import { TopBar } from './frame/top-bar.js';
import type { Address } from './state/address.js';
import { useLiveScreen } from './state/live.js';
import { ChannelsContext, type Deed, type Workspace, WorkspaceContext } from './state/workspace.js';
import { ModalHost } from './views/modal.js';
import type { ActAnswer, Channel, Manifest, Person } from './wire.js';
import { useWords } from './words/words.js';

const pageOfMessages = 100;
const toastMs = 5000;

interface PersonWindowProps {
  me: Person;
  people: Person[];
  manifest: Manifest;
  address: Address;
  go: (next: Address, replace?: boolean) => void;
}

/** The workspace as one person sees it. */
export function PersonWindow({ me, people, manifest, address, go }: PersonWindowProps) {
  const words = useWords();
  const [limit, setLimit] = useState(pageOfMessages);
  const clock = useClock();
  // On a wide screen something is always open; on a phone the list comes first.
  const current = address.channel ?? (window.matchMedia('(min-width: 720px)').matches ? 'home' : '');
  const { screen, online, refresh, failure } = useLiveScreen(
    me.id,
    {
      channel: current === 'home' || current === '' ? 'none' : current,
      limit,
      ...(address.thread ? { thread: address.thread } : {}),
    },
    clock.hear,
  );
  const { toasts, say } = useToasts();

  const act = useCallback(
    async (deed: Deed): Promise<ActAnswer> => {
      try {
        const answer = await send({ ...deed, as: me.id } as Parameters<typeof send>[0]);
        refresh();
        return answer;
      } catch (error) {
        const shown = error instanceof ControlError ? error.message : words.unreachable;
        return { ok: false, error: shown, impossible: true };
      }
    },
    [me.id, refresh, words],
  );
  const openChannel = useCallback(
    (channel: string, message?: string) => {
      setLimit(pageOfMessages);
      go({ as: me.handle, channel, ...(message ? { message } : {}) });
    },
    [go, me.handle],
  );
  const openThread = useCallback(
    (channel: string, thread: string) => go({ as: me.handle, channel, thread }),
    [go, me.handle],
  );

  const channels = screen?.channels ?? noChannels;
  const latestChannels = useRef(channels);
  latestChannels.current = channels;
  const workspace = useMemo<Workspace>(() => {
    const peopleById = new Map(people.map((person) => [person.id, person]));
    return {
      me,
      people,
      personOf: (id) => peopleById.get(id),
      manifest,
      timeZone: manifest.timeZone,
      now: clock.now,
      act,
      say,
      openChannel,
      openThread,
      channelOf: (id) => latestChannels.current.find((channel) => channel.id === id),
    };
  }, [me, people, manifest, clock.now, act, say, openChannel, openThread]);

  const opening = useHomeOpening(current === 'home', act);
  const channel = channels.find((one) => one.id === current);
  const app = channels.find((one) => one.kind === 'app');
  const openHome = () => openChannel('home');
  const back = () => go({ as: me.handle });
  const writeTo = async (person: Person) => {
    const known = channels.find((one) => one.kind === 'direct' && one.with?.includes(person.id));
    if (known) return openChannel(known.id);
    const answer = await act({ do: 'open', to: person.id });
    if (answer.channel) openChannel(answer.channel);
    else if (answer.error) say(answer.error);
  };
  const thread = channel && address.thread ? address.thread : null;
  const shown = thread ? 'thread' : current === '' || address.channel === undefined ? 'list' : 'conversation';

  return (
    <WorkspaceContext value={workspace}>
      <ChannelsContext value={channels}>
        <ConfirmHost>
          <div className={`window shows-${shown}`}>
            <TopBar moving={clock.moving} onChoose={(person) => go({ as: person.handle })} />
            <Sidebar current={current} onOpen={openChannel} onWriteTo={(person) => void writeTo(person)} />
            <main className="main">
              {current === 'home' ? (
                <HomeScreen
                  home={screen?.home ?? null}
                  opening={opening || screen === null}
                  app={app}
                  onBack={back}
                  onMessages={() => app && openChannel(app.id)}
                />
              ) : channel ? (
                <Conversation
                  key={channel.id}
                  channel={channel}
                  target={address.thread ? undefined : address.message}
                  onOlder={() => setLimit((n) => (channel.messages.length >= n ? n + pageOfMessages : n))}
                  onBack={back}
                  onEnd={() => setLimit(pageOfMessages)}
                  onHome={openHome}
                />
              ) : (
                <p className="empty">{screen ? '' : words.loading}</p>
              )}
            </main>
            {channel && thread && (
              <ThreadPanel
                channel={channel}
                thread={thread}
                target={address.message}
                onClose={() => go({ as: me.handle, channel: channel.id })}
              />
            )}
          </div>
          <ModalHost modal={screen?.modal ?? null} />
          {(!online || failure !== null) && (
            <p className="offline" role="status">
              {words.offline}
            </p>
          )}
          <Toasts toasts={toasts} />
        </ConfirmHost>
      </ChannelsContext>
    </WorkspaceContext>
  );
}

const noChannels: Channel[] = [];

/** Lines that pass: shown for some seconds, the newest below. */
function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const say = useCallback((text: string) => {
    next.current += 1;
    const toast = { id: next.current, text };
    setToasts((all) => [...all.slice(-2), toast]);
    window.setTimeout(() => setToasts((all) => all.filter((one) => one !== toast)), toastMs);
  }, []);
  return { toasts, say };
}

/** The workspace's clock: read once, then carried on by the browser's own and corrected by each event. */
function useClock() {
  const reading = useRef({ epochMs: Date.now(), rate: 1, at: performance.now() });
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    void readClock().then((clock) => {
      reading.current = { epochMs: clock.epochMs, rate: clock.rate, at: performance.now() };
    });
  }, []);
  const now = useCallback(() => {
    const { epochMs, rate, at } = reading.current;
    return epochMs + (performance.now() - at) * rate;
  }, []);
  const hear = useCallback((event: { now: number; rate: number; moving: boolean }) => {
    reading.current = { epochMs: event.now, rate: event.rate, at: performance.now() };
    setMoving(event.moving);
  }, []);
  return { now, hear, moving };
}

/** Tells the bot that the home tab was opened, each time that it is. */
function useHomeOpening(open: boolean, act: Workspace['act']): boolean {
  const [opening, setOpening] = useState(open);
  const acting = useRef(act);
  acting.current = act;
  useEffect(() => {
    if (!open) return;
    let current = true;
    setOpening(true);
    void acting.current({ do: 'home' }).finally(() => {
      if (current) setOpening(false);
    });
    return () => {
      current = false;
    };
  }, [open]);
  return opening;
}
