import { expect, test } from '@jest/globals';
import { parse } from 'graphql';

import type { Subgraph } from '../../subgraph/index.ts';
import {
  misspeltCategories,
  nonNullLabelledFields,
  undescribed,
  unlabelledFields,
} from './schema-problems.ts';

/** What a schema promises by its text alone. */
export function schemaPromises({ sdl }: Subgraph): void {
  const document = parse(sdl);

  test('every field has a label of its own or its type', () => {
    expect(unlabelledFields(document)).toEqual([]);
  });

  test('every data category is in kebab-case', () => {
    expect(misspeltCategories(document)).toEqual([]);
  });

  test('every labelled field may be null', () => {
    expect(nonNullLabelledFields(document)).toEqual([]);
  });

  test('every type, field, argument and enum value is described', () => {
    expect(undescribed(document)).toEqual([]);
  });
}
