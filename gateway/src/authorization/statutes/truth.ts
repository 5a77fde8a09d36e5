import type { AccessRequest } from '../access/index.ts';

/** Whether something holds; `unknown` as long as it isn't known which resident is asked about. */
type Truth = boolean | 'unknown';

/** Something that a law makes depend on the request. Pure; `unknown` only while `request.resident` is null. */
export type Condition = (request: AccessRequest) => Truth;

/** Holds if all hold: one that fails decides, whatever the unknown ones turn out to be. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return (request) => {
    let all: Truth = true;
    for (const condition of conditions) {
      const truth = condition(request);
      if (truth === false) return false;
      if (truth === 'unknown') all = truth;
    }
    return all;
  };
}

/** Holds if one holds, whatever the unknown ones turn out to be. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  return (request) => {
    let any: Truth = false;
    for (const condition of conditions) {
      const truth = condition(request);
      if (truth === true) return true;
      if (truth === 'unknown') any = truth;
    }
    return any;
  };
}
