import { fieldCoordinates } from './field-coordinates.ts';
import type { Subject } from './subject.ts';

/** What a field is called that says as of when its record is. */
const names: readonly string[] = ['asOf', 'updatedAt'];

/** The fields by which an agency's records say as of when they are, as `Type.field`. */
export function asOfFields(agency: string, subject: Subject): readonly string[] {
  return fieldCoordinates(subject).filter((coordinate) => {
    const [, field = ''] = coordinate.split('.');
    return names.includes(field) && subject.ownersOf(coordinate).includes(agency);
  });
}
