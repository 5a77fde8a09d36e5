import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { askEarly, takeEarlyAnswer } from '../../gateway/client-view/source/graphql/early-answer.ts';
import type { TypedDocument } from '../../gateway/client-view/documents/typed-document.ts';

const caseload: TypedDocument<object, object> = { id: 'caseload' };
const asker = { csrfToken: 'token', purposeOfUse: 'HOUSING_PLACEMENT' };

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ data: {} }));
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('what the page asks while it still loads', () => {
  test('is given once, to the screen that asks just that for the same purpose', () => {
    askEarly(caseload, {}, asker);
    expect(takeEarlyAnswer(caseload, {}, { ...asker, purposeOfUse: 'TREAT' })).toBeNull();
    expect(takeEarlyAnswer(caseload, { first: 1 }, asker)).toBeNull();
    expect(takeEarlyAnswer(caseload, {}, asker)).not.toBeNull();
    expect(takeEarlyAnswer(caseload, {}, asker)).toBeNull();
  });

  test('is not given to a screen that opens later: a consent may have been revoked since', () => {
    askEarly(caseload, {}, asker);
    jest.advanceTimersByTime(10_000);
    expect(takeEarlyAnswer(caseload, {}, asker)).toBeNull();
  });
});
