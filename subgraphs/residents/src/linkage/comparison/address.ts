import type { RecordTable } from '../columns/index.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { boundOnce } from './bound-once.ts';
import { editDistance } from './edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { DividedLines } from './divided-lines.ts';
import { memoised } from './memoised.ts';

/** House and street: the same, with a slip of the pen, the same street and another house, another street. */
export const addressLine: Comparison = {
  name: 'addressLine',
  levels: ['exact', 'similar', 'street', 'different'],
  household: 'shared',
  frequency: 'addressLine',
  contradicting: [],
  bind: boundOnce(bindLine),
};

/** Where the address is, unless the line agrees already: then it says nothing new. */
export const place: Comparison = {
  name: 'place',
  levels: ['exact', 'one edit', 'city', 'similar city', 'different'],
  household: 'shared',
  frequency: 'postalCode',
  contradicting: [],
  bind: boundOnce(bindPlace),
};

function bindLine({ columns: { addressLine: column } }: RecordTable): Comparator {
  const lines = new DividedLines(column.dictionary);
  return (a, b) => {
    const [one, other] = [column.code(a), column.code(b)];
    if (one === 0 || other === 0) return missing;
    if (one === other) return 0;
    return one < other ? lines.level(one, other) : lines.level(other, one);
  };
}

function bindPlace(table: RecordTable): Comparator {
  const { postalCode, city } = table.columns;
  const line = addressLine.bind(table);
  const codes = memoised((one, other) =>
    editDistance(postalCode.dictionary.value(one), postalCode.dictionary.value(other), 1),
  );
  const cities = memoised((one, other) =>
    jaroWinkler(city.dictionary.value(one), city.dictionary.value(other)) >= 0.88 ? 3 : 4,
  );
  return (a, b) => {
    const [one, other] = [postalCode.code(a), postalCode.code(b)];
    const [town, townOfOther] = [city.code(a), city.code(b)];
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
