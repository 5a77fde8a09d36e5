import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TypedDocument } from '../../documents/typed-document.ts';
import type { Answer } from '../graphql/index.ts';
import type { Speech } from '../language/index.ts';
import type { Session } from '../session/index.ts';

/** What every screen may use. */
export interface Shell {
  readonly speech: Speech;
  /** Its times are of when somebody signed in; the bar alone follows them. */
  readonly session: Session;
  /** Code of the purpose of use that every question states. */
  readonly purposeOfUse: string;
  /** The gateway's clock, in milliseconds. */
  readonly now: () => number;
  readonly path: string;
  /** Goes to a path of the page; the state stays out of the address. */
  readonly navigate: (path: string, state?: unknown) => void;
  /** Asks a document for the purpose that is chosen. */
  readonly run: <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ) => Promise<Answer<Data>>;
  /** Tells what has happened, to those who see and to those who listen. */
  readonly announce: (message: string) => void;
}

/** Holds the shell for all that lies within it. */
export const ShellContext = createContext<Shell | null>(null);

/** The shell around a component. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('There is no shell around this component.');
  return shell;
}

/** What is said around a component. */
export function useSpeech(): Speech {
  return useShell().speech;
}
