import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { fileAddress } from '../control.js';
import { Dialog } from '../frame/dialog.js';
import { useWorkspace } from '../state/workspace.js';
import { useWords } from '../words/words.js';

interface ImageLike {
  alt_text: string;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
}

/** A picture that opens large when pressed. Pictures on other sites are named, not fetched: the workspace reaches nothing outside. */
export function Picture(picture: { image: ImageLike; title?: string | undefined; small?: boolean; tiny?: boolean }) {
  const words = useWords();
  const { me } = useWorkspace();
  const { image } = picture;
  const address = addressOf(image, me.id);
  const className = picture.tiny ? 'picture-tiny' : picture.small ? 'picture-small' : 'picture';
  if (!address) {
    return (
      <span className={`picture-outside ${className}`} title={image.image_url} role="img" aria-label={image.alt_text}>
        <ImageOff size={16} />
        {!picture.tiny && !picture.small && `${words.pictureOutside}: ${image.alt_text}`}
      </span>
    );
  }
  if (picture.tiny) return <img className={className} src={address} alt={image.alt_text} />;
  return (
    <figure className="figure">
      {picture.title && <figcaption>{picture.title}</figcaption>}
      <Enlargeable address={address} alt={image.alt_text} className={className} />
    </figure>
  );
}

export function Enlargeable({ address, alt, className }: { address: string; alt: string; className: string }) {
  const words = useWords();
  const [large, setLarge] = useState(false);
  return (
    <>
      <button type="button" className="picture-button" title={words.openImage} onClick={() => setLarge(true)}>
        <img className={className} src={address} alt={alt} loading="lazy" />
      </button>
      {large && (
        <Dialog title={alt} className="dialog dialog-picture" light onClose={() => setLarge(false)}>
          <img src={address} alt={alt} />
          <footer className="dialog-footer">
            <button type="button" className="button" onClick={() => setLarge(false)}>
              {words.close}
            </button>
          </footer>
        </Dialog>
      )}
    </>
  );
}

function addressOf(image: ImageLike, me: string): string | null {
  if (image.slack_file) {
    const id = image.slack_file.id ?? /\/(F[A-Z0-9]{6,})/.exec(image.slack_file.url ?? '')?.[1];
    return id ? fileAddress(me, id) : null;
  }
  return image.image_url?.startsWith(`${window.location.origin}/`) ? image.image_url : null;
}
