import type { AccessRequest } from '../access/index.ts';

/** Whether something holds; `unknown` as long as it isn't known which resident is asked about. */
export type Truth = boolean | 'unknown';

/** Something that a law makes depend on the request. Pure; `unknown` only while `request.resident` is null. */
export type Condition = (request: AccessRequest) => Truth;

/** Holds if all hold: one that fails decides, whatever the unknown ones turn out to be. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return (request) => {
    const truths = conditions.map((condition) => condition(request));
    if (truths.includes(false)) return false;
    return truths.includes('unknown') ? 'unknown' : true;
  };
}

/** Holds if one holds, whatever the unknown ones turn out to be. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  return (request) => {
    const truths = conditions.map((condition) => condition(request));
    if (truths.includes(true)) return true;
    return truths.includes('unknown') ? 'unknown' : false;
  };
}
