import type { GraphQLField, ValueNode } from 'graphql';

import type { Transform } from '../access/index.ts';
import type { Denial, Undetermined } from '../policy/index.ts';
import type { Condition } from './condition.ts';

/** The type whose objects are the residents. */
export const residentType = 'Resident';

/** What is known of a field on one object type before its resident is. */
export type Verdict =
  | { readonly kind: 'shown'; readonly coordinate: string; readonly transform: Transform | null }
  /** Decided by the facts about the nearest resident above it, or about the resident that it reaches. */
  | {
      readonly kind: 'depends';
      readonly coordinate: string;
      readonly subject: 'above' | 'reached';
      readonly decision: Undetermined;
    }
  | Denial;

/** A field as one place of an operation selects it. */
export interface SelectedField {
  readonly responseName: string;
  readonly name: string;
  readonly isNonNull: boolean;
  /** Those of the selections around it too. */
  readonly conditions: readonly Condition[];
  /** By the object types on which it is selected here. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Null for a leaf, and for a field that is not asked for. */
  readonly selections: Selections | null;
  /** The ids in the arguments of a field that reaches residents: they name those whom it doesn't show. */
  readonly arguments: readonly GivenArgument[];
}

/** An argument as it stands in the operation. */
export interface GivenArgument {
  readonly type: GraphQLField<unknown, unknown>['args'][number]['type'];
  readonly value: ValueNode;
}

/** A selection set, its fragments opened, with what became of each field. */
export interface Selections {
  readonly fields: readonly SelectedField[];
  /** Names of the object types that the object can have. */
  readonly types: ReadonlySet<string>;
  /** Whether the name of the object's type, or the resident's id, is asked for besides what the client asks for. */
  readonly asksType: boolean;
  readonly asksId: boolean;
  /** The response name of the resident's id, where it is asked for. */
  readonly idName: string;
  /** How an answer tells whose these selections are; null if it doesn't have to. */
  readonly identified: Identified | null;
  /** Whether an answer has to be changed here or below. */
  readonly needsRestoring: boolean;
  /** Whether that takes more than taking out the ids that tell whose the selections are. */
  readonly changesAnswer: boolean;
  /** Whether anything here or below depends on a resident. */
  readonly hasDependents: boolean;
  /** Whether anything here or below depends on a resident further up. */
  readonly needsResidentAbove: boolean;
  /** Whether the values of variables change what is selected here or below. */
  readonly isConditional: boolean;
}

/** A place of an operation at which answers name residents, by a response name that no other place has. */
export interface Identified {
  readonly number: number;
  readonly idName: string;
  /** The response name of the field that leads to the resident; null where the object is the resident. */
  readonly through: string | null;
}

/** The response names under which is asked what clients don't see; they are none of the document's own. */
export interface HiddenNames {
  readonly type: string;
  readonly id: string;
}
