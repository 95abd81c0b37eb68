import { useCombobox } from 'downshift';
import { X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Floating } from '../frame/floating.js';
import { useWords } from '../words/words.js';

export interface Choice {
  value: string;
  label: string;
  description?: string;
  group?: string;
}

interface ComboboxProps {
  label: string;
  labelId?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  placeholder: string;
  /** All options, or a question to the bot for what was typed (at least `minimum` characters). */
  choices: Choice[] | { search: (typed: string) => Promise<Choice[]>; minimum: number };
  /** The chosen options, at most one unless `several`. */
  chosen: Choice[];
  several: boolean;
  most?: number | undefined;
  /** The bot asks for the focus to be here when a form opens. */
  firstFocus?: boolean | undefined;
  disabled?: boolean;
  onChoose(next: Choice[]): void;
}

/** How many options are drawn at most; whoever needs another types a letter of it. */
const shownAtMost = 60;

const holds = (choice: Choice, typed: string) =>
  `${choice.label} ${choice.description ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase());

/** A list to choose from, with search: the page's one control behind all of Block Kit's select elements. */
export function Combobox(props: ComboboxProps) {
  const words = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const single = props.several ? undefined : props.chosen[0];
  const shownText = single?.label ?? '';
  const [typed, setTyped] = useState(shownText);
  const [touched, setTouched] = useState(false);
  useEffect(() => setTyped(shownText), [shownText]);

  const sought = touched ? typed : '';
  const [asking, setAsking] = useState(false);
  const { found, searching } = useFound(props.choices, sought, asking);
  const taken = new Set(props.several ? props.chosen.map((choice) => choice.value) : []);
  const items = found.filter((choice) => !taken.has(choice.value)).slice(0, shownAtMost);
  const full = props.several && props.most !== undefined && props.chosen.length >= props.most;

  const box = useCombobox<Choice>({
    items,
    inputValue: typed,
    selectedItem: null,
    itemToString: (choice) => choice?.label ?? '',
    // The chosen option is where the list opens, as in a native select.
    defaultHighlightedIndex: Math.max(
      0,
      items.findIndex((choice) => choice.value === single?.value),
    ),
    onInputValueChange: ({ inputValue, type }) => {
      if (type !== useCombobox.stateChangeTypes.InputChange) return;
      setTouched(true);
      setTyped(inputValue);
    },
    onStateChange: ({ type, selectedItem }) => {
      const { ItemClick, InputKeyDownEnter, InputKeyDownEscape } = useCombobox.stateChangeTypes;
      if ((type === ItemClick || type === InputKeyDownEnter) && selectedItem) {
        props.onChoose(props.several ? [...props.chosen, selectedItem] : [selectedItem]);
        setTyped(props.several ? '' : selectedItem.label);
        setTouched(false);
      } else if (type === InputKeyDownEscape) {
        setTyped(shownText);
        setTouched(false);
      }
    },
    onIsOpenChange: ({ isOpen }) => {
      setAsking(isOpen ?? false);
      if (isOpen) return;
      setTouched(false);
      setTyped(shownText);
    },
    stateReducer: (_, { type, changes }) => {
      const { ItemClick, InputKeyDownEnter } = useCombobox.stateChangeTypes;
      const stays = props.several && (type === ItemClick || type === InputKeyDownEnter);
      return stays ? { ...changes, isOpen: true, inputValue: '' } : changes;
    },
  });

  return (
    <div className={`combobox ${props.invalid ? 'invalid' : ''}`} ref={setAnchor}>
      {props.several &&
        props.chosen.map((choice) => (
          <span key={choice.value} className="chip">
            {choice.label}
            <button
              type="button"
              aria-label={words.remove(choice.label)}
              onClick={() => props.onChoose(props.chosen.filter((other) => other.value !== choice.value))}
            >
              <X size={14} />
            </button>
          </span>
        ))}
      <input
        {...box.getInputProps({
          onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.target.select(),
          onKeyDown: (event) => {
            // Escape closes the list only; the form around it must not hear of it.
            if (event.key === 'Escape' && box.isOpen) {
              event.preventDefault();
              event.stopPropagation();
            }
            if (event.key === 'Backspace' && typed === '' && props.several) props.onChoose(props.chosen.slice(0, -1));
          },
        })}
        aria-label={props.label}
        aria-labelledby={props.labelId}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        placeholder={props.chosen.length === 0 || !props.several ? props.placeholder : ''}
        data-first-focus={props.firstFocus || undefined}
        disabled={props.disabled || full}
        // A short fixed list is chosen from, not searched: no keyboard on the phone.
        inputMode={Array.isArray(props.choices) && props.choices.length <= 8 ? 'none' : 'text'}
        spellCheck={false}
      />
      {!props.several && single && touched === false && !box.isOpen && (
        <button
          type="button"
          className="combobox-clear"
          aria-label={words.remove(single.label)}
          onClick={() => props.onChoose([])}
        >
          <X size={14} />
        </button>
      )}
      <svg className="combobox-arrow" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
      {/* Downshift wants its menu in the tree at all times; the options only while it is open. */}
      <div {...box.getMenuProps({ 'aria-label': props.label }, { suppressRefError: true })} className="listbox-home">
        {box.isOpen && (
          <Floating anchor={anchor} matchWidth className="listbox">
            <Options items={items} box={box} chosen={single?.value} />
            {items.length === 0 && (
              <p className="listbox-empty">
                {searching
                  ? words.loading
                  : Array.isArray(props.choices) || sought !== ''
                    ? words.noOptions
                    : words.searchToChoose}
              </p>
            )}
          </Floating>
        )}
      </div>
    </div>
  );
}

function Options(list: { items: Choice[]; box: ReturnType<typeof useCombobox<Choice>>; chosen: string | undefined }) {
  return list.items.map((choice, index) => (
    <div key={choice.value}>
      {choice.group !== undefined && choice.group !== list.items[index - 1]?.group && (
        <div className="listbox-group" role="presentation">
          {choice.group}
        </div>
      )}
      <div
        {...list.box.getItemProps({ item: choice, index })}
        {...(choice.value === list.chosen ? { 'aria-current': true } : {})}
        className={`option ${list.box.highlightedIndex === index ? 'option-on' : ''}`}
      >
        <span>{choice.label}</span>
        {choice.description && <small>{choice.description}</small>}
      </div>
    </div>
  ));
}

/** The bot is asked once the list is open, not for every select that a page shows. */
function useFound(
  choices: ComboboxProps['choices'],
  typed: string,
  asking: boolean,
): { found: Choice[]; searching: boolean } {
  const [answer, setAnswer] = useState<Choice[]>([]);
  const [searching, setSearching] = useState(false);
  const remote = Array.isArray(choices) ? null : choices;
  const search = remote?.search;
  const minimum = remote?.minimum ?? 0;
  useEffect(() => {
    if (!search || !asking) return;
    if (typed.length < minimum) {
      setAnswer([]);
      return;
    }
    let current = true;
    setSearching(true);
    const timer = window.setTimeout(async () => {
      const found = await search(typed).catch(() => []);
      if (!current) return;
      setAnswer(found);
      setSearching(false);
    }, 150);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [search, minimum, typed, asking]);
  return useMemo(
    () =>
      Array.isArray(choices)
        ? { found: typed === '' ? choices : choices.filter((choice) => holds(choice, typed)), searching: false }
        : { found: answer, searching },
    [choices, typed, answer, searching],
  );
}
