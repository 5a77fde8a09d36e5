export { compileProgram } from './compile-program.ts';
export type { ProgramSource } from './compile-program.ts';
export type {
  EntityInputs,
  Hop,
  OutputObject,
  OutputPart,
  SpliceFetch,
  SpliceProgram,
  Target,
} from './splice-program.ts';
