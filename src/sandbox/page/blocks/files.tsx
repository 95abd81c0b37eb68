import type { FileInput } from '@slack/types';
import { Paperclip, X } from 'lucide-react';
import { useState } from 'react';
import { readFiles } from '../chat/attach.js';
import { numbered } from '../text/numbered.js';
import type { NewFile } from '../wire.js';
import { useWords } from '../words/words.js';
import type { ControlProps } from './selects.js';
import { useSurface } from './surface.js';

export function FileElement({ element, ...control }: { element: FileInput } & ControlProps) {
  const words = useWords();
  const surface = useSurface();
  const [fault, setFault] = useState<string | null>(null);
  const value = surface.heldValue(control.blockId, element, []);
  const files = Array.isArray(value) ? value.filter((one): one is NewFile => typeof one === 'object') : [];
  const most = element.max_files ?? 10;
  const types = element.filetypes ?? [];

  const add = async (list: FileList | File[]) => {
    const added = [...list];
    const wrong = added.find(
      (file) => types.length > 0 && !types.includes(file.name.split('.').pop()?.toLowerCase() ?? ''),
    );
    if (wrong) return setFault(words.wrongFileType(types.join(', ')));
    if (files.length + added.length > most) return setFault(words.tooManyFiles(most));
    setFault(null);
    surface.change(control.blockId, element, [...files, ...(await readFiles(added))], control.dispatch);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the button does the same
    <div
      className="file-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void add(event.dataTransfer.files);
      }}
    >
      {numbered(files).map(({ key, item: file }) => (
        <span key={key} className="chip">
          {file.name}
          <button
            type="button"
            aria-label={words.remove(file.name)}
            onClick={() =>
              surface.change(
                control.blockId,
                element,
                files.filter((one) => one !== file),
                control.dispatch,
              )
            }
          >
            <X size={14} />
          </button>
        </span>
      ))}
      <label className="button">
        <Paperclip size={16} />
        {words.chooseFiles}
        <input
          type="file"
          className="unseen"
          multiple={most > 1}
          accept={types.map((type) => `.${type}`).join(',') || undefined}
          aria-label={control.label}
          aria-describedby={control.describedBy}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
