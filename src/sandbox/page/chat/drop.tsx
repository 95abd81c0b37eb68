import { useCallback, useRef, useState } from 'react';
import { useWords } from '../words/words.js';

/** Files dropped anywhere on it go to the composer within; a veil says so while they hover. */
export function DropArea(area: {
  className: string;
  children: (dropped: File[], taken: () => void) => React.ReactNode;
}) {
  const words = useWords();
  const [dropped, setDropped] = useState<File[]>([]);
  const [hovering, setHovering] = useState(false);
  // Enter and leave come in pairs for every child that the pointer crosses.
  const depth = useRef(0);
  const taken = useCallback(() => setDropped([]), []);
  const hasFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the composer's button does the same
    <div
      className={area.className}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setHovering(true);
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setHovering(false);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        depth.current = 0;
        setHovering(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDropped([...event.dataTransfer.files]);
      }}
    >
      {area.children(dropped, taken)}
      {hovering && <div className="drop-veil">{words.dropHere}</div>}
    </div>
  );
}
