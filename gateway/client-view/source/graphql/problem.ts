import type { AccessReason, AccessRemedy } from '../../documents/operations.ts';

/** Why there is nothing where a value was asked for. Nothing without a problem is a value that is not on file. */
export type Problem = Withheld | Unanswered;

/** Removed by a decision, with what decided it and what can be done. */
export interface Withheld {
  readonly kind: 'withheld';
  readonly reason: AccessReason;
  /** The law, or the title of the agreement. */
  readonly authority: string;
  readonly remedy: AccessRemedy;
  /** Id of the agreement that comes nearest to granting it. */
  readonly agreement: string | null;
  /** The data category. */
  readonly category: string | null;
}

/** The agency gave no answer, or none that can be used. */
interface Unanswered {
  readonly kind: 'unanswered';
  readonly agency: string | null;
  readonly code: string;
}

/** An entry in the errors of a GraphQL answer, as far as the page reads it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: {
    readonly code?: string;
    readonly agency?: string | null;
  } & Partial<Omit<Withheld, 'kind'>>;
}

/** Response names and list indexes from the root. */
export type Path = readonly (string | number)[];

/** What an error says of the place where it stands. */
export function problemOf({ extensions = {} }: AnswerError): Problem {
  const { code = '', agency = null, reason, authority, remedy, agreement, category } = extensions;
  if (code !== 'FIELD_WITHHELD') return { kind: 'unanswered', agency, code };
  return {
    kind: 'withheld',
    reason: reason ?? 'UNDECIDABLE',
    authority: authority ?? '',
    remedy: remedy ?? 'NONE',
    agreement: agreement ?? null,
    category: category ?? null,
  };
}
