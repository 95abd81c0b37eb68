import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Person } from '../wire.js';
import { useLanguage, useWords } from '../words/words.js';
import { Avatar } from './avatar.js';
import { findPeople } from './find-people.js';
import { LanguageSwitch } from './language.js';

const suggestedCount = 6;
const shownAtMost = 60;

/** The first visit: what this is, and whom to be. */
export function Welcome({
  people,
  title,
  onChoose,
}: {
  people: Person[];
  title: string;
  onChoose: (person: Person) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const suggested = people.slice(0, suggestedCount);
  // While nothing is typed, nobody is listed twice.
  const listed = useMemo(() => (typed === '' ? people.slice(suggestedCount) : people), [people, typed]);
  return (
    <main className="welcome">
      <header className="welcome-head">
        <span className="welcome-mark">{title}</span>
        <LanguageSwitch />
      </header>
      <h1>{words.welcomeTitle}</h1>
      <p className="welcome-text">{words.welcomeText}</p>
      <section aria-label={words.suggested} hidden={typed !== ''}>
        <h2>{words.suggested}</h2>
        <ul className="cards">
          {suggested.map((person) => (
            <li key={person.id}>
              <button type="button" className="card" onClick={() => onChoose(person)}>
                <Avatar id={person.id} name={person.name} />
                <PersonText person={person} tries={person.tries?.[language]} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {people.length > suggestedCount && (
        <section aria-label={words.everybody}>
          <h2>
            {words.everybody} <small>{people.length}</small>
          </h2>
          <PeopleList people={listed} onChoose={onChoose} onType={setTyped} />
        </section>
      )}
    </main>
  );
}

/** A searchable list of people, by name, role and handle; long ones are cut, a letter or two find the rest. */
export function PeopleList(list: {
  people: Person[];
  current?: string;
  onType?: (typed: string) => void;
  onChoose: (person: Person) => void;
}) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => findPeople(list.people, typed), [list.people, typed]);
  return (
    <div className="people">
      <label className="search">
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          aria-label={words.searchPeople}
          placeholder={words.searchPeople}
          value={typed}
          data-first-focus
          onChange={(event) => {
            setTyped(event.target.value);
            list.onType?.(event.target.value);
          }}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) list.onChoose(first);
          }}
        />
      </label>
      <ul className="people-list">
        {found.slice(0, shownAtMost).map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="person"
              aria-current={person.id === list.current || undefined}
              onClick={() => list.onChoose(person)}
            >
              <Avatar id={person.id} name={person.name} />
              <PersonText person={person} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > shownAtMost && <p className="hint">{words.morePeople(found.length - shownAtMost)}</p>}
      {found.length === 0 && <p className="hint">{words.nobodyFound}</p>}
    </div>
  );
}

function PersonText({ person, tries = [] }: { person: Person; tries?: string[] | undefined }) {
  return (
    <span className="person-text">
      <strong>{person.name}</strong>
      {person.title && <small>{person.title}</small>}
      {tries.length > 0 && (
        <ul className="tries">
          {tries.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </span>
  );
}
