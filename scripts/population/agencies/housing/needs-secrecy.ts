import type { Person, Trap } from '../../truth.ts';

const secret: readonly Trap[] = ['fleeingViolence', 'addressConfidential', 'medicaidMotherFleeingViolence'];

/** Whether nothing of somebody's flight from violence may come into a shared database. */
export function needsSecrecy({ addressConfidential, traps }: Person): boolean {
  return addressConfidential || traps.some((trap) => secret.includes(trap));
}
