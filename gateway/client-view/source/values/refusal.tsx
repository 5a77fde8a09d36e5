import { useShell } from '../shell/index.ts';

/** Says that a question was refused as a whole, and asks it again. */
export function Refusal({ code, again }: { readonly code: string; readonly again: () => void }) {
  const { speech } = useShell();
  return (
    <div class="error" role="alert">
      <p>{speech.code('refused', code)}</p>
      <button class="button secondary" type="button" onClick={again}>
        {speech.say('nothing.retry')}
      </button>
    </div>
  );
}
