import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MeasuredProps {
  readonly class: string;
  /** Draws into so many CSS pixels. */
  readonly children: (width: number) => ComponentChildren;
}

/** A picture as wide as there is room: drawn once that is known, and anew when it changes, so that its text keeps its size. */
export function Measured({ class: className, children }: MeasuredProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(narrowest, element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} class={className}>
      {width !== null && children(width)}
    </div>
  );
}

const narrowest = 200;
