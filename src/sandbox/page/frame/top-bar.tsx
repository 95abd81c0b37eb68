import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../state/workspace.js';
import type { Person } from '../wire.js';
import { useWords } from '../words/words.js';
import { Avatar } from './avatar.js';
import { ClockPanel } from './clock.js';
import { Dialog } from './dialog.js';
import { LanguageSwitch } from './language.js';
import { PeopleList } from './welcome.js';

/** Workspace, clock, and who this window is. */
export function TopBar({ moving, onChoose }: { moving: boolean; onChoose: (person: Person) => void }) {
  const words = useWords();
  const { me, manifest, people } = useWorkspace();
  const [picking, setPicking] = useState(false);
  return (
    <header className="top-bar">
      <span className="top-name">{manifest.workspace || words.workspace}</span>
      <ClockPanel moving={moving} />
      <div className="top-right">
        <LanguageSwitch />
        <button type="button" className="me" onClick={() => setPicking(true)}>
          <Avatar id={me.id} name={me.name} small />
          <span className="me-name">{me.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      </div>
      {picking && (
        <Dialog title={words.choosePerson} className="dialog dialog-people" light onClose={() => setPicking(false)}>
          <header className="form-head">
            <h2>{words.choosePerson}</h2>
            <button type="button" className="button" onClick={() => setPicking(false)}>
              {words.close}
            </button>
          </header>
          <PeopleList
            people={people}
            current={me.id}
            onChoose={(person) => {
              setPicking(false);
              onChoose(person);
            }}
          />
        </Dialog>
      )}
    </header>
  );
}
