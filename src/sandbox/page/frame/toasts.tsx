import { useEffect, useRef } from 'react';

export interface Toast {
  id: number;
  text: string;
}

/** Small passing lines at the foot of the page, above any dialog. */
export function Toasts({ toasts }: { toasts: Toast[] }) {
  const box = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  // The top layer stacks by time: shown again with each line, the box lies above a dialog that opened meanwhile.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (newest !== undefined) element.showPopover();
  }, [newest]);
  return (
    <div className="toasts" role="status" popover="manual" ref={box}>
      {toasts.map((toast) => (
        <p key={toast.id}>{toast.text}</p>
      ))}
    </div>
  );
}
