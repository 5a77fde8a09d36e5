export { compileProgram } from './compile-program.ts';
export type { ProgramSource } from './compile-program.ts';
export type { CompletedField, CompletedObject, CompletedValue, DataField } from './completed-object.ts';
export type {
  EntityInputs,
  Hop,
  OutputMemo,
  OutputObject,
  OutputPart,
  OutputVariant,
  SpliceFetch,
  SpliceProgram,
  Target,
} from './splice-program.ts';
