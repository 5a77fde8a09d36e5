import type { ErrorTree, ObjectProjection, ProjectedField } from '../answers/index.ts';
import type { Cause, DataRecord, ShownError } from '../data/index.ts';
import { invalidAnswer, SlotFailure } from '../data/index.ts';

/** Where an agency's object comes from. */
export interface AnswerSource {
  readonly agency: string;
  readonly projection: ObjectProjection;
}

/** Where an agency's object goes. */
export interface Destination {
  readonly source: AnswerSource;
  readonly target: DataRecord;
  /** What the object is if it doesn't say so itself; nothing if the projection knows. */
  readonly typeName: string | undefined;
}

/** Writes an agency's object into a record of ours, or what became of it into the record's slots. */
export function writeAnswer(
  source: AnswerSource,
  target: DataRecord,
  value: unknown,
  errors: ErrorTree | undefined,
  typeName?: string,
): void {
  if (isObject(value) && source.projection.write(target, value, errors, typeName)) return;
  const isMissing = value === null || value === undefined;
  const to = { source, target, typeName };
  if (isMissing && errors) failWithin(to, errors);
  else failAll(to, [invalidAnswer(source.agency)], isMissing ? ({ isNonNull }) => isNonNull : undefined);
}

/** Every slot that would have been written fails, each with an error of its own. */
export function failAll(
  { source, target, typeName }: Destination,
  errors: readonly ShownError[],
  isFailed: (field: ProjectedField) => boolean = () => true,
): void {
  const failureOf = (field: ProjectedField): SlotFailure | undefined =>
    isFailed(field) ? new SlotFailure(errors.map((error) => ({ error, path: [field.key] }))) : undefined;
  source.projection.fail(target, failureOf, typeName);
}

/**
 * The object is null because of errors at it or below it. A slot with errors of its own has those; the
 * others fail by the same causes, where these arose, so that each is reported once.
 */
function failWithin({ source, target, typeName }: Destination, errors: ErrorTree): void {
  const causes = errors.causes([]);
  const failureOf = ({ key, answerKey }: ProjectedField): SlotFailure =>
    new SlotFailure(errors.child(answerKey)?.causes([key]) ?? causes.map((cause) => within(cause, key)));
  source.projection.fail(target, failureOf, typeName);
}

function within(cause: Cause, key: string): Cause {
  return cause.path.length > 0 ? cause : { error: cause.error, path: [key] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
