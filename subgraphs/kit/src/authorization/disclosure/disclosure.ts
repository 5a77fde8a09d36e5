import DataLoader from 'dataloader';

import type { Label, Requirement } from '../labels/index.ts';
import type { DisclosureGrant, VerifiedRequest } from '../trust/index.ts';
import type { AskGateway } from './decision-client.ts';
import { mildest, strictest } from './verdict.ts';
import type { Verdict } from './verdict.ts';

interface Question {
  readonly category: string;
  readonly residentId: string;
}

/** The most residents in one question to the gateway. */
const mostResidents = 1000;

/** What one request may be shown: what the gateway vouched for, and what it answers when asked. */
export class Disclosure {
  readonly grant: DisclosureGrant;
  readonly #decided: ReadonlySet<string>;
  readonly #representations = new Set<string>();
  readonly #questions: DataLoader<Question, Verdict, string> | null;
  readonly #answers = new Map<string, Verdict>();
  readonly #forEverybody = new Map<Requirement, boolean>();
  readonly #forRepresentations = new Map<Requirement, boolean>();
  readonly #refusals = new Map<Requirement, Verdict | 'open'>();

  /** @param ask - null where no gateway can be asked: what is open is then withheld */
  constructor({ grant, decided }: VerifiedRequest, ask: AskGateway | null) {
    this.grant = grant;
    this.#decided = decided;
    this.#questions = ask && questions(ask, grant, this.#answers);
  }

  /** The residents of whom the request's decided categories speak. */
  addRepresentation(residentId: string): void {
    this.#representations.add(residentId);
  }

  /** Whether something may be shown of whoever it is; answered at once, and without looking at the resident. */
  isForEverybody(requirement: Requirement): boolean {
    return remembered(this.#forEverybody, requirement, () =>
      isMet(requirement, (category) => this.#isPermitted(category)),
    );
  }

  /** Whether something may be shown of the residents among the representations, by what the gateway said of them. */
  isForRepresentations(requirement: Requirement): boolean {
    return remembered(this.#forRepresentations, requirement, () =>
      isMet(requirement, (category) => this.#isPermitted(category) || this.#isDecided(category)),
    );
  }

  /** Whether something may be shown of a resident by what the gateway has answered in the course of the request. */
  isAnswered(requirement: Requirement, residentId: string | null): boolean {
    if (residentId === null || this.#answers.size === 0) return false;
    const isPermitted = (category: string): boolean =>
      this.#isPermitted(category) || this.#answers.get(keyOf({ category, residentId })) === 'permit';
    return isMet(requirement, isPermitted);
  }

  /** What is refused of whoever it is, at once and without asking anybody; null if it is permitted or somebody knows. */
  refusalOf(requirement: Requirement): Exclude<Verdict, 'permit'> | null {
    const verdict = remembered(this.#refusals, requirement, () => {
      const isOpen = requirement.all.flat(2).some((category) => this.grant.undetermined.has(category));
      return isOpen ? 'open' : verdictOn(requirement, (category) => this.#verdictForAll(category));
    });
    return verdict === 'open' || verdict === 'permit' ? null : verdict;
  }

  isRepresentation(residentId: string | null): boolean {
    return residentId !== null && this.#representations.has(residentId);
  }

  /** @param residentId - whose data it is; null where no resident is above it, and nothing open is then shown */
  async decide(requirement: Requirement, residentId: string | null): Promise<Verdict> {
    const categories = [...new Set(requirement.all.flat(2))];
    const given = await Promise.all(categories.map((category) => this.#verdictOn(category, residentId)));
    const verdictOf = new Map(categories.map((category, index) => [category, given[index] ?? 'withhold']));
    return verdictOn(requirement, (category) => verdictOf.get(category) ?? 'withhold');
  }

  async #verdictOn(category: string, residentId: string | null): Promise<Verdict> {
    const verdict = this.#verdictForAll(category);
    if (verdict !== 'withhold') return verdict;
    if (residentId === null || !this.grant.undetermined.has(category)) return 'withhold';
    if (this.#isDecided(category) && this.isRepresentation(residentId)) return 'permit';
    return this.#questions?.load({ category, residentId }) ?? 'withhold';
  }

  #verdictForAll(category: string): Verdict {
    if (this.#isPermitted(category)) return 'permit';
    return this.grant.concealed.has(category) ? 'conceal' : 'withhold';
  }

  #isPermitted(category: string): boolean {
    if (category.startsWith('role:')) return this.grant.requester.roles.includes(category.slice(5));
    return this.grant.permitted.has(category);
  }

  #isDecided(category: string): boolean {
    return this.#decided.has(category) && this.grant.undetermined.has(category);
  }
}

function verdictOn({ all }: Requirement, verdictOf: (category: string) => Verdict): Verdict {
  return strictest(
    all.map((label: Label) => mildest(label.map((together) => strictest(together.map(verdictOf))))),
  );
}

function isMet({ all }: Requirement, holds: (category: string) => boolean): boolean {
  return all.every((label: Label) => label.some((together) => together.every(holds)));
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/**
 * All that is asked within one tick is one question, and it asks for every category that is open, so that the fields
 * below need no question of their own. What can't be answered is withheld.
 */
function questions(
  ask: AskGateway,
  { token: contextToken, undetermined }: DisclosureGrant,
  answers: Map<string, Verdict>,
): DataLoader<Question, Verdict, string> {
  return new DataLoader<Question, Verdict, string>(
    async (asked) => {
      const categories = [...undetermined];
      const residents = [...new Set(asked.map(({ residentId }) => residentId))];
      await Promise.all(
        chunksOf(residents, mostResidents).map(async (some) => {
          await askAbout({ contextToken, categories, residents: some });
        }),
      );
      return asked.map((question) => answers.get(keyOf(question)) ?? 'withhold');
    },
    { cacheKeyFn: keyOf },
  );

  async function askAbout(question: Parameters<AskGateway>[0]): Promise<void> {
    try {
      const { permitted, concealed } = await ask(question);
      for (const category of question.categories) {
        const keep = (verdict: Verdict, ids: readonly string[] = []) =>
          ids.forEach((residentId) => answers.set(keyOf({ category, residentId }), verdict));
        keep('permit', Object.hasOwn(permitted, category) ? permitted[category] : []);
        keep('conceal', Object.hasOwn(concealed, category) ? concealed[category] : []);
      }
    } catch {
      // Who isn't among the answers is withheld.
    }
  }
}

function keyOf({ category, residentId }: Question): string {
  return `${category} ${residentId}`;
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
