import type {
  Checkboxes,
  Datepicker,
  DateTimepicker,
  EmailInput,
  NumberInput,
  PlainTextInput,
  RadioButtons,
  Timepicker,
  URLInput,
} from '@slack/types';
import { useId } from 'react';
import { useWorkspace } from '../state/workspace.js';
import { PlainText, TextObject } from '../text/mrkdwn-view.js';
import { localDay, timeOfDay } from '../text/when.js';
import { instantOf } from '../text/zone.js';
import { DateField } from './date-field.js';
import type { ControlProps } from './selects.js';
import { useSurface } from './surface.js';
import { initialOf } from './values.js';

type Named<E> = { element: E } & ControlProps;

const nameOf = ({ label, labelId, describedBy, invalid }: ControlProps) => ({
  ...(labelId ? { 'aria-labelledby': labelId } : { 'aria-label': label }),
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
});

const inputType = {
  plain_text_input: 'text',
  number_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

export function TextElement({ element, ...control }: Named<PlainTextInput | NumberInput | EmailInput | URLInput>) {
  const surface = useSurface();
  const value = String(surface.heldValue(control.blockId, element, initialOf(element)) ?? '');
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const change = (text: string) =>
    surface.change(
      control.blockId,
      element,
      text === '' ? null : text,
      control.dispatch && on.includes('on_character_entered'),
    );
  const entered = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !control.dispatch) return;
    if (!on.includes('on_enter_pressed')) return;
    event.preventDefault();
    surface.change(control.blockId, element, value === '' ? null : value, true);
  };
  const common = {
    ...nameOf(control),
    value,
    placeholder: element.placeholder?.text,
    'data-first-focus': element.focus_on_load || undefined,
    onKeyDown: entered,
  };
  if (element.type === 'plain_text_input' && element.multiline) {
    return (
      <textarea className="field field-tall" rows={4} {...common} onChange={(event) => change(event.target.value)} />
    );
  }
  return (
    <input
      className="field"
      type={inputType[element.type]}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      autoComplete="off"
      {...common}
      onChange={(event) => change(event.target.value)}
    />
  );
}

export function DateElement({ element, ...control }: Named<Datepicker | Timepicker | DateTimepicker>) {
  const surface = useSurface();
  const { timeZone } = useWorkspace();
  const value = surface.heldValue(control.blockId, element, initialOf(element));
  const type = ({ datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const)[element.type];
  const shown =
    typeof value === 'number'
      ? `${localDay(value * 1000, timeZone)}T${timeOfDay(value * 1000, timeZone)}`
      : String(value ?? '');
  const change = (text: string) => {
    const next = text === '' ? null : type === 'datetime-local' ? Math.floor(instantOf(text, timeZone) / 1000) : text;
    surface.change(control.blockId, element, next, control.dispatch && next !== null);
  };
  if (type !== 'time')
    return <DateField {...nameOf(control)} value={shown} withTime={type === 'datetime-local'} onChange={change} />;
  return (
    <input
      className="field field-short"
      type="time"
      {...nameOf(control)}
      value={shown}
      onChange={(event) => change(event.target.value)}
    />
  );
}

export function ChoiceElement({ element, ...control }: Named<Checkboxes | RadioButtons>) {
  const surface = useSurface();
  const group = useId();
  const several = element.type === 'checkboxes';
  const value = surface.heldValue(control.blockId, element, initialOf(element));
  const chosen = Array.isArray(value) ? value : [value];
  const choose = (option: string, on: boolean) => {
    const next = several
      ? element.options
          .map((one) => one.value ?? '')
          .filter((one) => (one === option ? on : chosen.some((kept) => kept === one)))
      : option;
    surface.change(control.blockId, element, next, control.dispatch);
  };
  return (
    <div className="choices" role={several ? 'group' : 'radiogroup'} {...nameOf(control)}>
      {element.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={group}
            checked={chosen.some((one) => one === option.value)}
            onChange={(event) => choose(option.value ?? '', event.target.checked)}
          />
          <span>
            <TextObject text={option.text} />
            {option.description && (
              <small>
                <PlainText text={option.description.text} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
