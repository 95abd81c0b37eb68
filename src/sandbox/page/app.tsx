import { useCallback, useEffect, useState } from 'react';
import { ControlError, readManifest, readPeople } from './control.js';
import { SetLanguageContext } from './frame/language.js';
import { Welcome } from './frame/welcome.js';
import { PersonWindow } from './person-window.js';
import { useAddress } from './state/address.js';
import type { Manifest, PageLanguage, Person } from './wire.js';
import { LanguageContext, languageOf, localeOf, wordsOf } from './words/words.js';

/** A language chosen by hand is kept for this browser; otherwise the page follows the person. */
const languageKey = 'sandbox.language';

function keptLanguage(): PageLanguage | null {
  const kept = localStorage.getItem(languageKey);
  return kept === 'zh' || kept === 'en' ? kept : null;
}

export function App() {
  const [address, go] = useAddress();
  const [start, setStart] = useState<{ people: Person[]; manifest: Manifest } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PageLanguage | null>(keptLanguage);

  useEffect(() => {
    let timer = 0;
    const load = () =>
      Promise.all([readPeople(), readManifest()]).then(
        ([people, manifest]) => {
          setStart({ people, manifest });
          setFailure(null);
        },
        (error: unknown) => {
          setFailure(error instanceof ControlError ? error.message : String(error));
          timer = window.setTimeout(() => void load(), 2000);
        },
      );
    void load();
    return () => window.clearTimeout(timer);
  }, []);

  const me = start?.people.find((person) => [person.handle, person.id, person.name].includes(address.as ?? ''));
  const language = chosen ?? languageOf(me?.locale ?? (navigator.language.startsWith('zh') ? 'zh-CN' : undefined));
  const words = wordsOf[language];
  const choose = useCallback((next: PageLanguage) => {
    localStorage.setItem(languageKey, next);
    setChosen(next);
  }, []);

  const title = start?.manifest.workspace || words.workspace;
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
    document.title = me ? `${me.name} · ${title}` : title;
  }, [language, me, title]);

  return (
    <LanguageContext value={language}>
      <SetLanguageContext value={choose}>
        {!start ? (
          <p className="empty">{failure ? words.unreachable : words.loading}</p>
        ) : me ? (
          <PersonWindow key={me.id} me={me} people={start.people} manifest={start.manifest} address={address} go={go} />
        ) : (
          <Welcome people={start.people} title={title} onChoose={(person) => go({ ...address, as: person.handle })} />
        )}
      </SetLanguageContext>
    </LanguageContext>
  );
}
