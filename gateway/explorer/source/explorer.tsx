import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { GraphiQL } from 'graphiql';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { purposesOf } from '../../client-view/source/session/purposes.ts';
import { readSession, signInAddress, type Session } from '../../client-view/source/session/session.ts';
import { ask, codeOf, type ExplorerAnswer } from './ask.ts';
import { examples, type Example } from './examples.ts';
import { HeaderBar } from './header-bar.tsx';
import { createMemoryStorage } from './memory-storage.ts';
import { WithheldList } from './withheld-list.tsx';

/** GraphiQL for whoever is signed in, with the purpose of use before the question and what is withheld after it. */
export function Explorer() {
  const [session, setSession] = useState<Session | null | 'unknown'>('unknown');
  useEffect(() => void readSession().then(setSession, () => setSession(null)), []);
  if (session === 'unknown') return <p className="sign-in">Loading …</p>;
  return session === null ? <SignIn /> : <SignedIn session={session} onSession={setSession} />;
}

function SignIn() {
  return (
    <main className="sign-in">
      <h1>Explorer</h1>
      <p>
        Try operations as yourself: you are shown what the agreements and the law let you see, and why not.
      </p>
      <a className="button" href={signInAddress('/explorer')}>
        Sign in
      </a>
    </main>
  );
}

interface SignedInProps {
  readonly session: Session;
  readonly onSession: (session: Session) => void;
}

function SignedIn({ session, onSession }: SignedInProps) {
  const [purposeOfUse, setPurpose] = useState(
    session.purposesOfUse?.length === 1 ? (session.purposesOfUse[0] ?? '') : '',
  );
  const [isOver, setOver] = useState(false);
  const [answer, setAnswer] = useState<ExplorerAnswer | null>(null);
  const [chosen, setChosen] = useState<Example | null>(null);
  const storage = useMemo(createMemoryStorage, []);
  const fetcher = useCallback(
    async (body: { readonly operationName?: string | null }) => {
      const answered = await ask(body, { session, purposeOfUse }, (next) => {
        // Whoever has signed in meanwhile must not find what the one before wrote.
        if (next.subject === session.subject) onSession(next);
        else location.reload();
      });
      setOver(codeOf(answered) === 'UNAUTHENTICATED');
      if (body.operationName !== 'IntrospectionQuery') setAnswer(answered);
      return answered;
    },
    [session, purposeOfUse, onSession],
  );
  const choose = (example: Example): void => {
    if (purposesOf(session).includes(example.purposeOfUse)) setPurpose(example.purposeOfUse);
    setAnswer(null);
    setChosen({ ...example });
  };
  return (
    <>
      <HeaderBar {...{ session, isOver, purposeOfUse }} onPurpose={setPurpose} onExample={choose} />
      <main className="explorer">
        <GraphiQL
          fetcher={fetcher as never}
          storage={storage}
          plugins={[]}
          initialQuery={examples[0]?.query ?? ''}
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>
            <span className="hidden">GraphiQL</span>
          </GraphiQL.Logo>
          <GraphiQL.Footer>
            <TabKeyLeadsOn />
            <ExampleInEditor example={chosen} />
            <WithheldList {...{ answer, purposeOfUse }} />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </>
  );
}

/**
 * The Tab key leads out of the editors, as it leads out of everything else (WCAG 2.2, 2.1.2). The editors have one
 * setting for it in common, which can only be turned over.
 */
function TabKeyLeadsOn() {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  const isTurned = useRef(false);
  useEffect(() => {
    if (!editor || isTurned.current) return;
    isTurned.current = true;
    editor.trigger('explorer', 'editor.action.toggleTabFocusMode', null);
  }, [editor]);
  return null;
}

/** Puts the chosen example into a tab of its own; what was written before stays in its tab. */
function ExampleInEditor({ example }: { readonly example: Example | null }) {
  const actions = useGraphiQLActions();
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);
  useEffect(() => {
    if (example === null) return;
    actions.addTab();
    query?.setValue(example.query);
    variables?.setValue(example.variables);
  }, [example, actions, query, variables]);
  return null;
}
