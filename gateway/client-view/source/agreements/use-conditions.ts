import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import type { Grant } from './grants-of.ts';

/** Says under which conditions a clause grants something; nothing if under none. */
export function useConditions(): (grant: Grant) => readonly string[] {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const words = (family: string, codes: readonly string[]): string =>
    codes.map((one) => code(family, one.toUpperCase().replaceAll('-', '_'))).join(', ');
  return ({ consents, relationships, trainings, assuranceLevel, isOwnRecord, breakGlass }) => [
    ...((consents ?? []).length > 0
      ? [tell('agreements.ifConsent', { kinds: words('consentKind', consents ?? []) })]
      : []),
    ...((relationships ?? []).length > 0
      ? [tell('agreements.ifRelationship', { kinds: words('relationship', relationships ?? []) })]
      : []),
    ...((trainings ?? []).length > 0
      ? [tell('agreements.ifTraining', { names: (trainings ?? []).join(', ') })]
      : []),
    ...(assuranceLevel === null ? [] : [tell('agreements.ifAssurance', { level: assuranceLevel })]),
    ...(isOwnRecord ? [tell('agreements.ifOwn')] : []),
    ...(breakGlass ? [tell('agreements.orGlass')] : []),
  ];
}
