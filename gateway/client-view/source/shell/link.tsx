import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useShell } from './shell-context.ts';

interface LinkProps {
  readonly href: string;
  /** Handed on beside the address, so that it doesn't stand in it. */
  readonly state?: unknown;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link to another screen, which opens without loading the page again. */
export function Link({ href, state, class: className, current, children }: LinkProps) {
  const { navigate } = useShell();
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href, state);
  };
  return (
    <a href={href} class={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
