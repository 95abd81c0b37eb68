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
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={ref}
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

/** An id pair for a control and what describes it. */
export function useControlIds() {
  const id = useId();
  return { control: id, label: `${id}label`, hint: `${id}hint`, error: `${id}error` };
}
