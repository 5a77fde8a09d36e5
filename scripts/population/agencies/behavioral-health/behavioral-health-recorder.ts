import type { AgencyRecorder, IntakeDesk, TrueLink } from '../../recorder.ts';
import type { Household, Person } from '../../truth.ts';
import { openBook, personTables } from './book.ts';
import type { Book } from './book.ts';
import { openClients } from './open-clients.ts';
import { openHabits } from './open-habits.ts';
import { providerRows } from './providers.ts';
import { recordCollateral } from './record-collateral.ts';
import { recordEpisode } from './record-episode.ts';
import { recordTreatment } from './record-treatment.ts';
import { episodesOf, treatmentsOf } from './visit.ts';
import type { Treatment } from './visit.ts';

/** How treatment providers write people down: a client of its own at each provider, under TEDS codes. */
export const behavioralHealthRecorder: AgencyRecorder = {
  agency: 'behavioral-health',
  tables: ['TEDS_PROVIDER', ...personTables],
  reference: () => ({ TEDS_PROVIDER: providerRows() }),
  record(household, desk) {
    const book = openBook();
    const links = household.members.flatMap((person) => {
      const accompanied = accompaniedTreatments(person, household, desk);
      return recordPerson(person, accompanied, desk, book);
    });
    return { rows: book, links };
  },
};

function recordPerson(
  person: Person,
  accompanied: readonly Treatment[],
  desk: IntakeDesk,
  book: Book,
): readonly TrueLink[] {
  const treatments = treatmentsOf(person);
  const episodes = episodesOf(person);
  if (treatments.length + episodes.length + accompanied.length === 0) return [];
  const clients = openClients(person, desk);
  const visit = { person, desk, book, habits: openHabits(person, desk), client: clients.client };
  for (const treatment of treatments) recordTreatment(visit, treatment);
  for (const episode of episodes) recordEpisode(visit, episode);
  for (const treatment of accompanied) recordCollateral(visit, treatment);
  book.TEDS_CLIENT.push(...clients.rows);
  return clients.links;
}

/** Treatments of the other half of the couple that led this one to seek help as well, which few do. */
function accompaniedTreatments(person: Person, household: Household, desk: IntakeDesk): readonly Treatment[] {
  if (!isOfTheCouple(person) || person.deathDate !== null) return [];
  return household.members
    .filter((other) => other !== person && isOfTheCouple(other))
    .flatMap(treatmentsOf)
    .filter(() => desk.happens(0.1));
}

function isOfTheCouple({ relationshipToHead }: Person): boolean {
  return ['head', 'spouse', 'partner'].includes(relationshipToHead);
}
