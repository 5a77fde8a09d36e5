import { useSpeech } from '../shell/index.ts';

interface MoreProps {
  /** Null at the end of the list. */
  readonly more: (() => void) | null;
  readonly isEmpty: boolean;
}

/** The way on in a list. Nothing found yet, with more to be read, is not the same as nothing. */
export function More({ more, isEmpty }: MoreProps) {
  const { say } = useSpeech();
  if (more === null) return null;
  return (
    <>
      {isEmpty && <p role="status">{say('pages.noneYet')}</p>}
      <p class="actions">
        <button class="button secondary" type="button" onClick={more}>
          {say(isEmpty ? 'pages.readOn' : 'pages.more')}
        </button>
      </p>
    </>
  );
}
