import { CalendarDays } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.js';

interface DateFieldProps {
  /** `2020-06-30`, with a time `2020-06-30T08:30`; empty for none. */
  value: string;
  withTime?: boolean;
  disabled?: boolean;
  onChange: (value: string) => void;
  [attribute: `aria-${string}`]: string | boolean | undefined;
}

/** What was typed, as the value that it stands for; none while it is no date. */
function read(typed: string, withTime: boolean): string | undefined {
  if (typed.trim() === '') return '';
  const [, year, month = '', day = '', hour = '', minute] =
    /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2}))?\s*$/.exec(typed) ?? [];
  if (year === undefined || withTime !== (minute !== undefined)) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const value = withTime ? `${date}T${hour.padStart(2, '0')}:${minute}` : date;
  const at = new Date(`${withTime ? value : `${date}T00:00`}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined;
}

const shownAs = (value: string) => value.replace('T', ' ');

/**
 * A day that is typed, or picked from the browser's calendar. A browser writes its own date fields in the language that it
 * was installed in (mm/dd/yyyy): here the year comes first, as in Slack's own values.
 */
export function DateField({ value, withTime = false, disabled = false, onChange, ...aria }: DateFieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState(shownAs(value));
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(shownAs(value)), [value]);
  const type = (text: string) => {
    setTyped(text);
    const next = read(text, withTime);
    if (next !== undefined && next !== value) onChange(next);
  };
  return (
    <span className="date-field">
      <input
        className="field field-short"
        type="text"
        autoComplete="off"
        {...aria}
        value={typed}
        placeholder={withTime ? words.dateTimeShape : words.dateShape}
        disabled={disabled}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(shownAs(value))}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={words.pickDate}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarDays size={17} />
      </button>
      <input
        ref={picker}
        className="date-picker"
        type={withTime ? 'datetime-local' : 'date'}
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
