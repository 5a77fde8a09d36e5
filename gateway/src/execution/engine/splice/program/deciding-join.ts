import type { EntityInputs, OutputPart, Target } from './splice-program.ts';

type JoinedPart = Pick<OutputPart, 'join' | 'from' | 'to' | 'inside'>;

/**
 * The join by whose entity the whole output of an object is known: whatever else is written is part of that
 * entity's key, or of entities that are known by it in turn.
 *
 * @param targets - what fetches complete the object
 * @param variant - the object's variant
 */
export function decidingJoin(
  parts: readonly JoinedPart[],
  targets: readonly Target[],
  variant: number,
): number | undefined {
  const inputs = new Map<number, EntityInputs>();
  for (const target of targets) {
    const own = target.inputs[variant];
    // A place that several walks of one fetch lead to is left alone.
    if (!own || inputs.has(target.join)) return undefined;
    inputs.set(target.join, own);
  }
  return [...inputs.keys()].find((join) => parts.every((part) => isKnown(part, join, inputs)));
}

function isKnown(part: JoinedPart, join: number, inputs: ReadonlyMap<number, EntityInputs>): boolean {
  if (part.join !== 0) return isKnownJoin(part.join, join, inputs);
  return part.inside === undefined && part.from === part.to && isKey(part.from, inputs.get(join));
}

function isKnownJoin(candidate: number, join: number, inputs: ReadonlyMap<number, EntityInputs>): boolean {
  if (candidate === join) return true;
  const values = inputs.get(candidate)?.values;
  if (!values) return false;
  return values.every((value) =>
    value.join === 0 ? isKey(value.slot, inputs.get(join)) : isKnownJoin(value.join, join, inputs),
  );
}

function isKey(slot: number, inputs: EntityInputs | undefined): boolean {
  return inputs !== undefined && inputs.values.some((value) => value.join === 0 && value.slot === slot);
}
