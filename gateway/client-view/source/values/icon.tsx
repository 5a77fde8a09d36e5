const shapes = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3h1a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1Zm2 0h6V8a3 3 0 0 0-6 0Z',
  plug: 'M8 3h2v5h4V3h2v5h2v3a6 6 0 0 1-5 5.9V21h-2v-4.1A6 6 0 0 1 6 11V8h2Z',
  alert: 'M12 3 2 20h20Zm-1 6h2v6h-2Zm0 7.5h2v2h-2Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2Zm0 4h2v6h-2Z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4h2v5.6l3.7 2.1-1 1.7L11 12.8Z',
  check: 'M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4Z',
  cross: 'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6Z',
  half: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2v16a8 8 0 0 1 0-16Z',
  up: 'M12 4 4 14h5v6h6v-6h5Z',
  down: 'm12 20 8-10h-5V4H9v6H4Z',
  glass: 'M7 3h10l-1 8a4 4 0 0 1-3 3.4V19h3v2H8v-2h3v-4.6A4 4 0 0 1 8 11Z',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof shapes;

/** A drawing beside words that say the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
