import type { NameRow, ResidentRow } from '../rows.ts';
import { identify, identityOf } from './identity.ts';
import type { Context, Identity } from './identity.ts';

/** The golden record's own values, read from the survivor's row. */
const golden =
  <Column extends keyof ResidentRow>(column: Column) =>
  async (identity: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.residents.load(identity.survivor))?.[column] ?? null;

/** What identifies a resident. */
export const resident = {
  __resolveReference: ({ id }: { id: string | number }, context: Context) => identify(id, context),
  status: async ({ id }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.residents.load(id))?.status,
  replacedBy: ({ id, survivor }: Identity, _: unknown, context: Context) =>
    survivor === id ? null : identify(survivor, context),
  replaces: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.replaced.load(survivor)).map(identityOf),
  name: async (identity: Identity, _: unknown, { loaders }: Context) =>
    nameInUse(await loaders.names.load(identity.survivor)),
  names: async (identity: Identity, _: unknown, { loaders }: Context) =>
    inUseFirst(await loaders.names.load(identity.survivor)),
  birthDate: golden('birth_date'),
  birthDateQuality: golden('birth_date_quality'),
  deathDate: golden('death_date'),
  sex: golden('sex'),
  races: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.races.load(survivor)).map(({ race }) => race),
  languages: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.languages.load(survivor)).map(({ tag }) => tag),
  socialSecurityNumber: ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    loaders.residents.load(survivor),
  goldenRecord: ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    loaders.residents.load(survivor),
};

function nameInUse(names: readonly NameRow[]): NameRow | null {
  return names.find(isOfficial) ?? null;
}

function inUseFirst(names: readonly NameRow[]): NameRow[] {
  return [...names.filter(isOfficial), ...names.filter((name) => !isOfficial(name))];
}

function isOfficial(name: NameRow): boolean {
  return name.name_use === 'OFFICIAL';
}
