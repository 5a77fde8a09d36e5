import type { RecordTable } from '../columns/index.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { editDistance } from './edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';

/** House and street: the same, with a slip of the pen, the same street and another house, another street. */
export const addressLine: Comparison = {
  name: 'addressLine',
  levels: ['exact', 'similar', 'street', 'different'],
  household: 'shared',
  frequency: 'addressLine',
  contradicting: [],
  bind: bindLine,
};

/** Where the address is, unless the line agrees already: then it says nothing new. */
export const place: Comparison = {
  name: 'place',
  levels: ['exact', 'one edit', 'city', 'similar city', 'different'],
  household: 'shared',
  frequency: 'postalCode',
  contradicting: [],
  bind: bindPlace,
};

function bindLine({ columns: { addressLine: column } }: RecordTable): Comparator {
  const { dictionary } = column;
  const judge = memoised((one, other) => levelOf(dictionary.value(one), dictionary.value(other)));
  return (a, b) => {
    const [one, other] = [column.codes[a]!, column.codes[b]!];
    if (one === 0 || other === 0) return missing;
    return one === other ? 0 : judge(one, other);
  };
}

function levelOf(one: string, other: string): number {
  const [house, street] = divided(one);
  const [houseOfOther, streetOfOther] = divided(other);
  const sameHouse = house === houseOfOther;
  const sameStreet =
    street === streetOfOther || (street.length > 4 && jaroWinkler(street, streetOfOther) >= 0.9);
  if (sameHouse && sameStreet) return 1;
  if (sameStreet && house !== '' && editDistance(house, houseOfOther, 1) <= 1) return 1;
  if (sameStreet) return 2;
  return sameHouse && house.length > 2 && jaroWinkler(street, streetOfOther) >= 0.8 ? 1 : 3;
}

function divided(line: string): readonly [house: string, street: string] {
  const [, house = '', street = line] = /^(\d+[a-z]?) (.+)$/.exec(line) ?? [];
  return [house, street];
}

function bindPlace(table: RecordTable): Comparator {
  const { postalCode, city } = table.columns;
  const line = bindLine(table);
  const codes = memoised((one, other) =>
    editDistance(postalCode.dictionary.value(one), postalCode.dictionary.value(other), 1),
  );
  const cities = memoised((one, other) =>
    jaroWinkler(city.dictionary.value(one), city.dictionary.value(other)) >= 0.88 ? 3 : 4,
  );
  return (a, b) => {
    const [one, other] = [postalCode.codes[a]!, postalCode.codes[b]!];
    const [town, townOfOther] = [city.codes[a]!, city.codes[b]!];
    const hasCodes = one !== 0 && other !== 0;
    const hasCities = town !== 0 && townOfOther !== 0;
    if (!hasCodes && !hasCities) return missing;
    const level = levelOfPlace();
    return level <= 2 && isAgreedByLine(line(a, b)) ? missing : level;

    function levelOfPlace(): number {
      if (hasCodes && one === other) return 0;
      if (hasCodes && codes(one, other) <= 1) return 1;
      if (hasCities && town === townOfOther) return 2;
      return hasCities ? cities(town, townOfOther) : 4;
    }
  };
}

function isAgreedByLine(level: number): boolean {
  return level === 0 || level === 1;
}
