import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { Enlargeable } from '../blocks/image.js';
import { fileAddress } from '../control.js';
import { useWorkspace } from '../state/workspace.js';
import type { SharedFile } from '../wire.js';
import { useWords } from '../words/words.js';
import { sizeText } from './attach.js';

/** A message's files: pictures as pictures, the rest to download. */
export function Files({ files }: { files: SharedFile[] }) {
  const words = useWords();
  const { me } = useWorkspace();
  return (
    <ul className="files">
      {files.map((file) => {
        const address = fileAddress(me.id, file.id);
        // SVG could carry script when opened by itself; as an <img> it cannot, and downloads are kept as files.
        return (
          <li key={file.id}>
            {file.mimetype.startsWith('image/') && (
              <Enlargeable address={address} alt={file.name} className="picture" />
            )}
            <a className="file" href={address} download={file.name} title={words.download}>
              {/sheet|excel|csv/.test(file.mimetype) || /\.(xlsx?|csv)$/i.test(file.name) ? (
                <FileSpreadsheet size={20} aria-hidden="true" />
              ) : (
                <FileText size={20} aria-hidden="true" />
              )}
              <span className="file-name">{file.name}</span>
              <small>{sizeText(file.size)}</small>
              <Download size={16} aria-hidden="true" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
