import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useSpeech } from '../shell/index.ts';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page: the browser keeps the focus in it, closes it on Escape, and gives the focus back. */
export function Dialog({ title, close, children }: DialogProps) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
      <p class="actions">
        <button class="button secondary" type="button" onClick={() => dialog.current?.close()}>
          {say('dialog.close')}
        </button>
      </p>
    </dialog>
  );
}
