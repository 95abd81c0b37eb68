import { Clock3 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DateField } from '../blocks/date-field.js';
import { moveClock } from '../control.js';
import { useWorkspace } from '../state/workspace.js';
import { clockDay, localDay, timeOfDay, timeWithSeconds } from '../text/when.js';
import { useLanguage, useWords } from '../words/words.js';
import { Floating } from './floating.js';

/** The workspace's clock: runs by itself, and can be moved forward; the bot does on the way whatever falls due. */
export function ClockPanel({ moving }: { moving: boolean }) {
  const words = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const busy = moving || sent;
  return (
    <>
      <button
        type="button"
        ref={setAnchor}
        className={`clock ${busy ? 'clock-moving' : ''}`}
        aria-expanded={open}
        aria-busy={busy || undefined}
        onClick={() => setOpen(!open)}
      >
        <Clock3 size={16} aria-hidden="true" />
        <RunningTime />
      </button>
      {open && (
        <Floating anchor={anchor} placement="bottom" className="clock-panel" onLeave={() => setOpen(false)}>
          <ClockControls busy={busy} onSent={setSent} />
        </Floating>
      )}
      <output className="unseen">{busy ? words.moving : ''}</output>
    </>
  );
}

function RunningTime() {
  const { now, timeZone } = useWorkspace();
  const language = useLanguage();
  const [ms, setMs] = useState(now);
  useEffect(() => {
    // Four looks a second: a jump of the clock shows at once, and no second is skipped.
    const timer = window.setInterval(() => setMs(Math.floor(now() / 1000) * 1000), 250);
    return () => window.clearInterval(timer);
  }, [now]);
  return (
    <time dateTime={new Date(ms).toISOString()}>
      <span className="clock-day">{clockDay(ms, timeZone, language)}</span>{' '}
      <span className="clock-time">{timeWithSeconds(ms, timeZone)}</span>
    </time>
  );
}

function ClockControls({ busy, onSent }: { busy: boolean; onSent: (sent: boolean) => void }) {
  const words = useWords();
  const { now, timeZone, say } = useWorkspace();
  const day = localDay(now(), timeZone);
  const [exact, setExact] = useState(`${day}T${timeOfDay(now(), timeZone)}`);
  const [target, setTarget] = useState<string | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const move = async (what: string, step: Parameters<typeof moveClock>[0]) => {
    onSent(true);
    setTarget(what);
    try {
      const answer = await moveClock(step);
      if (answer.error) say(words.somethingWrong(answer.error));
      else if (alive.current) setExact(`${localDay(now(), timeZone)}T${timeOfDay(now(), timeZone)}`);
    } catch (error) {
      say(words.somethingWrong(error instanceof Error ? error.message : String(error)));
    } finally {
      onSent(false);
      if (alive.current) setTarget(null);
    }
  };
  const nextMorning = () => {
    const today = `${localDay(now(), timeZone)} 08:30`;
    const before = timeOfDay(now(), timeZone) < '08:30';
    return before ? today : `${localDay(now() + 86_400_000, timeZone)} 08:30`;
  };
  const button = (text: string, step: () => Parameters<typeof moveClock>[0]) => (
    <button
      type="button"
      className="button"
      disabled={busy}
      aria-busy={target === text || undefined}
      onClick={() => void move(text, step())}
    >
      {text}
    </button>
  );
  return (
    <section className="clock-controls" aria-label={words.clock}>
      {button(words.plusHour, () => ({ advance: '1h' }))}
      {button(words.toSix, () => ({ set: '18:00' }))}
      {button(words.nextMorning, () => ({ set: nextMorning() }))}
      {button(words.plusDay, () => ({ advance: '1d' }))}
      <form
        className="clock-exact"
        onSubmit={(event) => {
          event.preventDefault();
          void move(words.setClock, { set: exact.replace('T', ' ') });
        }}
      >
        <div className="clock-when">
          <span aria-hidden="true">{words.dateAndTime}</span>
          <DateField aria-label={words.dateAndTime} withTime value={exact} disabled={busy} onChange={setExact} />
        </div>
        <button
          type="submit"
          className="button button-primary"
          disabled={busy || exact === ''}
          aria-busy={target === words.setClock || undefined}
        >
          {words.setClock}
        </button>
      </form>
      {busy && <progress aria-label={words.moving} />}
    </section>
  );
}
