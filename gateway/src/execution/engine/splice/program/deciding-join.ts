import type { EntityInput, EntityInputs, Target } from './splice-program.ts';

/** A value that is taken from a record, or from an entity that is joined to it. */
type TakenValue = Pick<EntityInput, 'join' | 'slot'>;

type InputsByJoin = ReadonlyMap<number, EntityInputs>;

/**
 * The join by whose entity all these values of an object are known: each is part of that entity's key, or
 * of the entity, or of entities that are known by it in turn.
 *
 * @param targets - what fetches complete the object
 * @param variant - the object's variant
 */
export function decidingJoin(
  values: readonly TakenValue[],
  targets: readonly Target[],
  variant: number,
): number | undefined {
  const inputs = new Map<number, EntityInputs>();
  for (const target of targets) {
    const own = target.inputs[variant];
    // A place to which several walks of one fetch lead is left alone.
    if (!own || inputs.has(target.join)) return undefined;
    inputs.set(target.join, own);
  }
  return [...inputs.keys()].find((join) => areKnown(values, join, inputs));
}

function areKnown(values: readonly TakenValue[], join: number, inputs: InputsByJoin): boolean {
  return values.every((value) =>
    value.join === 0 ? isKey(value.slot, inputs.get(join)) : isKnown(value.join, join, inputs),
  );
}

function isKnown(candidate: number, join: number, inputs: InputsByJoin): boolean {
  if (candidate === join) return true;
  const values = inputs.get(candidate)?.values;
  return values !== undefined && areKnown(values, join, inputs);
}

function isKey(slot: number, inputs: EntityInputs | undefined): boolean {
  return inputs !== undefined && inputs.values.some((value) => value.join === 0 && value.slot === slot);
}
