import { mixedHash, textHash, type Column, type RecordTable } from '../columns/index.ts';
import { nicknameRoot, soundOf } from '../normalisation/index.ts';

/** One property of a record by its place, as a number; 0 where the record does not have it. */
export type Feature = (place: number) => number;

/**
 * The properties that keys are made of. What is derived from a value is derived once for each distinct value, and is
 * the same in every table: keys can be kept.
 */
export function featuresOf({ columns }: RecordTable) {
  const { given, surname, birthDate, email } = columns;
  return {
    number: whole(columns.number),
    lastFour: whole(columns.lastFour),
    surname: whole(surname),
    surnameSound: derived(surname, soundOf),
    givenRoot: derived(given, (name) => nicknameRoot(name.split(' ')[0] ?? '')),
    givenSound: derived(given, soundOf),
    givenInitial: derived(given, (name) => name.slice(0, 1)),
    bothNames: bothNames(whole(given), whole(surname)),
    birthDate: whole(birthDate),
    birthYear: derived(birthDate, (date) => date.slice(0, 4)),
    birthMonth: derived(birthDate, (date) => date.slice(0, 6)),
    birthDay: derived(birthDate, (date) => date.slice(4)),
    addressLine: whole(columns.addressLine),
    postalCode: whole(columns.postalCode),
    city: whole(columns.city),
    phone: whole(columns.phone),
    email: whole(email),
    emailName: derived(email, (address) => address.split('@')[0] ?? ''),
    emailDomain: derived(email, (address) => address.split('@')[1] ?? ''),
    birthPlace: whole(columns.birthPlace),
  };
}

/** Several features as one; 0 where any of them is missing. */
export function joined(...features: readonly Feature[]): Feature {
  return (place) => {
    let hash = 0x811c9dc5;
    for (const feature of features) {
      const value = feature(place);
      if (value === 0) return 0;
      hash = mixedHash(hash, value);
    }
    return hash;
  };
}

/** A feature of those records only that lack all of the others. */
export function without(lacking: readonly Feature[], feature: Feature): Feature {
  return (place) => (lacking.every((other) => other(place) === 0) ? feature(place) : 0);
}

function whole(column: Column): Feature {
  return (place) => column.dictionary.hash(column.code(place));
}

function derived(column: Column, derive: (value: string) => string): Feature {
  const { dictionary } = column;
  const hashes = new Uint32Array(dictionary.size);
  for (let code = 1; code < hashes.length; code += 1) hashes[code] = textHash(derive(dictionary.value(code)));
  return (place) => hashes[column.code(place)]!;
}

/** Given name and surname, whichever stands where. */
function bothNames(given: Feature, surname: Feature): Feature {
  return (place) => {
    const [one, other] = [given(place), surname(place)];
    return one === 0 || other === 0 ? 0 : mixedHash((one + other) >>> 0, Math.imul(one, other) >>> 0);
  };
}
