import { useEffect, useId, useRef } from 'react';

/**
 * A modal dialog on the browser's own <dialog>: focus stays inside, the rest is inert, Escape asks to close.
 * @param onClose Escape, or a press beside the dialog when `light`.
 */
export function Dialog(dialog: {
  title: string;
  className: string;
  light?: boolean;
  onClose: () => void;
  children: React.ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element && !element.open) {
      element.showModal();
      firstFocus(element).focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={dialog.className}
      aria-label={dialog.title}
      onCancel={(event) => {
        // A file chooser's own "cancel" bubbles up here too.
        if (event.target !== ref.current) return;
        event.preventDefault();
        dialog.onClose();
      }}
      onKeyDown={(event) => {
        // Pressed twice, Escape would close a dialog by force; heard here first, the page alone decides.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (!event.nativeEvent.isComposing) dialog.onClose();
      }}
      onClick={(event) => {
        if (dialog.light && event.target === ref.current) dialog.onClose();
      }}
    >
      {dialog.children}
    </dialog>
  );
}

/** Where one starts: what asks for it, else the first field where a keyboard is at hand (on a phone it would cover half the form). */
function firstFocus(dialog: HTMLDialogElement): HTMLElement {
  const asking = dialog.querySelector<HTMLElement>('[data-first-focus]');
  const field = window.matchMedia('(hover: hover)').matches
    ? dialog.querySelector<HTMLElement>('input:not([type=file], [type=radio], [type=checkbox]), textarea')
    : null;
  return asking ?? field ?? dialog;
}

/** An id pair for a control and what describes it. */
export function useControlIds() {
  const id = useId();
  return { control: id, label: `${id}label`, hint: `${id}hint`, error: `${id}error` };
}
