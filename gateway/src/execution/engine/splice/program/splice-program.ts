import type { CompiledFetch } from '../../fetches/index.ts';
import type { ObjectLayout } from '../layout/index.ts';
import type { CompletedObject } from './completed-object.ts';

/** Everything about splicing an operation that does not change from one run to the next. */
export interface SpliceProgram {
  /** The operation's root, which no agency answers: the answers of root fetches are joined to it. */
  readonly root: ObjectLayout;
  readonly fetches: readonly SpliceFetch[];
  /** How many tables of entities there are. */
  readonly groups: number;
  readonly output: OutputObject;
  /** The same for answers with errors, or with entities that are missing; compiled when the first one comes. */
  readonly completion: () => CompletedObject;
  /** The client's name for a key of ours. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/** One fetch. */
export interface SpliceFetch {
  readonly compiled: CompiledFetch;
  /** Whether `@skip` and `@include` let it run. */
  readonly isWanted: boolean;
  readonly layout: ObjectLayout;
  /** Its request's JSON before and after the values of variables. */
  readonly before: string;
  readonly after: string;
  /** For a root fetch, where in the root's record its answer is joined; for others, nothing. */
  readonly rootJoin: number;
  /** The table in which an entity fetch's entities are; fetches that ask the same share it. */
  readonly group: number;
  /** The ways to its entities. */
  readonly walks: readonly Walk[];
}

/** How to go on from an object, for each variant of its layout. */
export interface Walk {
  readonly hops: readonly (Hop | undefined)[];
}

/** A step from an object to what a field of it holds. */
export interface Hop {
  /** Tells the hops of a program apart. */
  readonly number: number;
  /** Where in the record the entity is joined that has the field; 0 if the record has it itself. */
  readonly join: number;
  readonly slot: number;
  readonly isList: boolean;
  /** Either there is more to go, or what was reached is an entity. */
  readonly next: Walk | undefined;
  readonly target: Target | undefined;
}

/** Objects that a fetch completes. */
export interface Target {
  /** Tells the targets of a program apart; from 1. */
  readonly number: number;
  /** Where in their records the fetch's answer is joined. */
  readonly join: number;
  /** For each variant, where an entity is joined by which the fetch's entity is known; 0 if there is none. */
  readonly decidedBy: readonly number[];
  /** For each variant, how such an object is represented; nothing where the fetch has nothing to ask. */
  readonly inputs: readonly (EntityInputs | undefined)[];
}

/** How objects of a type are represented. */
export interface EntityInputs {
  /** The entity's variant in the fetch's layout. */
  readonly variant: number;
  readonly values: readonly EntityInput[];
  readonly closing: Uint8Array;
}

/** A value in a representation. */
export interface EntityInput {
  /** The JSON before it. */
  readonly opening: Uint8Array;
  readonly join: number;
  readonly slot: number;
}

/** How the client's objects at one place are written, for each variant of the layout they begin with. */
export interface OutputObject {
  /** Nothing for types that can't be there. */
  readonly variants: readonly (OutputVariant | undefined)[];
}

/** How objects of a type are written. */
export interface OutputVariant {
  readonly parts: readonly OutputPart[];
  readonly closing: Uint8Array;
  /** Whether what comes out is, byte for byte, what the agency said. */
  readonly isVerbatim: boolean;
  /** Nothing if it takes more than one entity to know what comes out. */
  readonly memo: OutputMemo | undefined;
}

/** Tells by which entity the output of an object is known: for the same one it is the same. */
export interface OutputMemo {
  /** Tells the program's memos apart. */
  readonly number: number;
  /** Where the entity is joined. */
  readonly join: number;
}

/** A piece of an object: bytes of ours and then a range of an agency's, or what is written inside of it. */
export interface OutputPart {
  readonly opening: Uint8Array;
  readonly join: number;
  /** The fields whose values begin and end the range; between them stands what was asked for. */
  readonly from: number;
  readonly to: number;
  readonly isList: boolean;
  readonly inside: OutputObject | undefined;
}
