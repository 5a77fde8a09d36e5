import type { ComponentChildren } from 'preact';
import type { Path } from '../graphql/index.ts';
import { useSpeech, type Asked } from '../shell/index.ts';
import { Nothing } from './nothing.tsx';
import { Refusal } from './refusal.tsx';

interface WhenAnsweredProps<Data> {
  readonly asked: Asked<Data>;
  readonly again: () => void;
  /** Where in the answer stands what is shown. */
  readonly path: Path;
  /** Of whom is asked; left out where it is nobody in particular. */
  readonly residentId?: string;
  readonly children: (data: Data) => ComponentChildren;
}

/** A section that loads and fails on its own: what was answered, or in words why there is nothing. */
export function WhenAnswered<Data>({ asked, again, path, residentId, children }: WhenAnsweredProps<Data>) {
  const { say } = useSpeech();
  if (asked.kind === 'loading') return <p class="loading">{say('shell.loading')}</p>;
  if (asked.kind === 'refused') return <Refusal code={asked.code} again={again} />;
  const { data, problemAt } = asked.answer;
  const problem = problemAt(path);
  if (problem)
    return (
      <p>
        <Nothing problem={problem} path={path} residentId={residentId ?? null} retry={again} />
      </p>
    );
  return data === null ? <Refusal code="MALFORMED" again={again} /> : <>{children(data)}</>;
}
