import type { Person } from '../../population/index.ts';
import { unknownId } from './known-people.ts';
import type { OperationDraft } from './operation-draft.ts';

/** Arguments of a root field that ask for people who exist, and now and then for somebody who doesn't. */
export function drawRootArguments(draft: OperationDraft, field: string): string {
  if (field === 'resident') return `(id: ${oneId(draft)})`;
  if (field === 'residents') return `(ids: ${severalIds(draft)})`;
  return `(input: ${searchInput(draft)}, first: ${draft.chance.integer(1, 5)})`;
}

function oneId(draft: OperationDraft): string {
  const id = drawId(draft);
  return draft.chance.happens(0.6) ? draft.requiredVariable('ID', id) : JSON.stringify(id);
}

function severalIds(draft: OperationDraft): string {
  const ids = Array.from({ length: draft.chance.integer(1, 6) }, () => drawId(draft));
  if (draft.chance.happens(0.5)) return draft.requiredVariable('[ID!]', ids);
  const written = ids.map((id) =>
    draft.chance.happens(0.2) ? draft.requiredVariable('ID', id) : JSON.stringify(id),
  );
  return `[${written.join(', ')}]`;
}

function searchInput(draft: OperationDraft): string {
  const { chance, people } = draft;
  const input = cluesTo(chance.pick(people));
  if (chance.happens(0.5)) return draft.requiredVariable('ResidentSearchInput', input);
  const fields = Object.entries(input).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(', ')} }`;
}

function cluesTo({ name, birthDate }: Person): Readonly<Record<string, string>> {
  return { givenName: name.given, surname: name.surname, birthDate };
}

/** The first of the people lives through most, and is asked for most. */
function drawId({ chance, people }: OperationDraft): string {
  if (chance.happens(0.05)) return unknownId;
  const known = chance.happens(0.4) ? people.slice(0, 1) : chance.happens(0.6) ? people.slice(0, 40) : people;
  return chance.pick(known).residentId;
}
