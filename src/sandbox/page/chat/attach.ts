import type { NewFile } from '../wire.js';

/** Files as the control face takes them. */
export function readFiles(files: Iterable<File>): Promise<NewFile[]> {
  return Promise.all([...files].map(readFile));
}

function readFile(file: File): Promise<NewFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => {
      const address = String(reader.result);
      resolve({
        name: file.name,
        mimetype: file.type || 'application/octet-stream',
        base64: address.slice(address.indexOf(',') + 1),
      });
    };
    reader.readAsDataURL(file);
  });
}

/** `3 KB`, `2.4 MB` */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
