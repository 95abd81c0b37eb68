import { autoUpdate, flip, offset, type Placement, shift, size, useFloating } from '@floating-ui/react-dom';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A box beside its anchor, above everything: the Popover API's top layer is not cut off by a scrolling form, and stands above an open dialog.
 * @param matchWidth as wide as the anchor at least (lists of options)
 * @param onLeave a press elsewhere or Escape
 */
export function Floating(box: {
  anchor: HTMLElement | null;
  placement?: Placement;
  matchWidth?: boolean;
  className?: string;
  onLeave?: () => void;
  children: React.ReactNode;
}) {
  const element = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    strategy: 'fixed',
    placement: box.placement ?? 'bottom-start',
    elements: { reference: box.anchor },
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ rects, availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.max(120, Math.min(availableHeight, 360))}px`;
          if (box.matchWidth) elements.floating.style.minWidth = `${rects.reference.width}px`;
        },
      }),
    ],
  });
  useLayoutEffect(() => {
    element.current?.showPopover();
  }, []);
  const leave = useRef(box.onLeave);
  leave.current = box.onLeave;
  const anchor = box.anchor;
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as globalThis.Node;
      if (!element.current?.contains(target) && !anchor?.contains(target)) leave.current?.();
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !leave.current) return;
      event.preventDefault();
      event.stopPropagation();
      leave.current();
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', typed, true);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', typed, true);
    };
  }, [anchor]);
  return (
    <div
      popover="manual"
      className={`floating ${box.className ?? ''}`}
      style={floatingStyles}
      ref={(node) => {
        element.current = node;
        refs.setFloating(node);
      }}
    >
      {box.children}
    </div>
  );
}
