import { Blocks } from '../blocks/blocks.js';
import { LiveSurface } from '../blocks/surface.js';
import type { HomeView, Place } from '../wire.js';
import { useWords } from '../words/words.js';

const place: Place = { in: 'home' };

/** The app's home tab, as the bot published it for this person. */
export function Home({ home, opening }: { home: HomeView | null; opening: boolean }) {
  const words = useWords();
  return (
    <div className="home">
      {home ? (
        <LiveSurface place={place} state={home.state}>
          <Blocks blocks={home.blocks} />
        </LiveSurface>
      ) : (
        <p className="empty">{opening ? words.loading : words.noHome}</p>
      )}
    </div>
  );
}
