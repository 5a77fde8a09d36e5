import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ResidentQuery } from '../../documents/operations.ts';
import type { Answer } from '../graphql/index.ts';
import type { Section } from '../values/index.ts';

/** What was answered about a resident. */
export type Resident = NonNullable<ResidentQuery['resident']>;

/** The resident whom a screen is about, with what was answered and how to ask again. */
export interface ResidentView {
  readonly resident: Resident;
  readonly answer: Answer<ResidentQuery>;
  /** Asks everything again. */
  readonly reload: () => void;
  /** Asks one agency alone again. */
  readonly retry: (section: Section) => void;
  /** The sections that are being asked for again. */
  readonly retrying: ReadonlySet<Section>;
}

/** Holds the resident for all that lies within it. */
export const ResidentContext = createContext<ResidentView | null>(null);

/** The resident around a component. */
export function useResident(): ResidentView {
  const view = useContext(ResidentContext);
  if (view === null) throw new Error('There is no resident around this component.');
  return view;
}
