export { createRecord, isRecord, ownValue, typeNameOf } from './record.ts';
export type { DataRecord } from './record.ts';
export { invalidAnswer, SlotFailure } from './slot-failure.ts';
export type { Cause, Path, ShownError } from './slot-failure.ts';
