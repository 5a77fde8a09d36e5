import type { Chance, Row } from '../../recorder.ts';
import type { LifeEvent, Person } from '../../truth.ts';

type Disability = Extract<LifeEvent, { kind: 'disability' }>;

/** HMIS list 1.3 for each disability of the truth. */
const types: Readonly<Record<Disability['type'], number>> = {
  physical: 5,
  developmental: 6,
  chronic: 7,
  hiv: 8,
  mentalHealth: 9,
  substanceUse: 10,
};

/** What clerks saw that no element names: some say that they are disabled and no more than that. */
const shareOnOwnWord = 0.07;

/** The rows of `Disabilities.csv` for one person on one day: HMIS 4.05 to 4.10, each answered on its own. */
export function disabilityRows(person: Person, on: string, chance: Chance): readonly Row[] {
  return Object.entries(types).map(([type, code]) => {
    const disability = disabilityOf(person, type, on);
    const missing = missingAnswer(person, chance);
    const response = missing ?? (disability === undefined ? 0 : presentResponse(person, disability, on));
    return {
      DisabilityType: code,
      DisabilityResponse: response,
      IndefiniteAndImpairs: isAskedForImpairment(code, response)
        ? Number(disability?.indefinite ?? false)
        : null,
    };
  });
}

/**
 * HMIS 3.08 Disabling Condition, asked at project start beside the answers to 4.05 to 4.10. Also YES for some
 * who tell no more than that, so that YES beside five times NO doesn't tell of the sixth, HIV.
 */
export function disablingCondition(person: Person, on: string, chance: Chance): number {
  const onOwnWord = chance.happens(shareOnOwnWord);
  if (person.traps.includes('missingCodes')) return 99;
  const disables = person.events.some(
    (event) => event.kind === 'disability' && event.from <= on && (event.indefinite || event.type === 'hiv'),
  );
  return disables || onOwnWord ? 1 : 0;
}

function disabilityOf({ events }: Person, type: string, on: string): Disability | undefined {
  return events.find(
    (event): event is Disability => event.kind === 'disability' && event.type === type && event.from <= on,
  );
}

function missingAnswer({ traps }: Person, chance: Chance): number | null {
  const missing = traps.includes('missingCodes') || chance.happens(0.02);
  return missing ? chance.pick([8, 9, 99]) : null;
}

function presentResponse(person: Person, { type }: Disability, on: string): number {
  return type === 'substanceUse' ? substances(person, on) : 1;
}

/** HMIS 4.10.2 by the substances that the person was treated for: 1 alcohol, 2 drugs, 3 both. */
function substances({ events }: Person, on: string): number {
  const treated = events
    .filter((event) => event.kind === 'substanceUseTreatment')
    .filter(({ from }) => from <= on)
    .flatMap(({ primarySubstance, secondarySubstance }) => [primarySubstance, secondarySubstance])
    .filter((substance) => substance !== null);
  if (!treated.includes('alcohol')) return 2;
  return treated.every((substance) => substance === 'alcohol') ? 1 : 3;
}

function isAskedForImpairment(type: number, response: number): boolean {
  return type !== types.developmental && type !== types.hiv && response >= 1 && response <= 3;
}
