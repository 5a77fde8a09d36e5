import type { IntakeDesk, Row, TrueLink } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import type { Provider } from './providers.ts';
import type { Client } from './visit.ts';

interface Clients {
  readonly rows: readonly Row[];
  readonly links: readonly TrueLink[];
  readonly client: (provider: Provider, on: string) => Client;
}

/**
 * The clients that the providers know one person as: one at each provider, or two where a clerk opened a second
 * one at the first return.
 */
export function openClients(person: Person, desk: IntakeDesk): Clients {
  const copies = desk.copies(person);
  const opened = new Map<string, Client[]>();
  const rows: Row[] = [];
  const links: TrueLink[] = [];
  return {
    rows,
    links,
    client(provider, on) {
      const known = opened.get(provider.id) ?? [];
      const last = known.at(-1);
      if (last !== undefined && known.length >= copies) return last;
      const client = newClient(provider, desk);
      opened.set(provider.id, [...known, client]);
      rows.push(clientRow(client, provider, person, on, desk));
      links.push({ localId: client.key, person: person.number });
      return client;
    },
  };
}

function newClient(provider: Provider, desk: IntakeDesk): Client {
  const id = String(desk.next(`client ${provider.id}`)).padStart(7, '0');
  return { key: `${provider.id}:${id}`, id };
}

function clientRow(client: Client, provider: Provider, person: Person, on: string, desk: IntakeDesk): Row {
  const written = desk.write(person, on);
  const sex = written.sex === null ? null : { male: 1, female: 2 }[written.sex];
  return {
    CLIENT_KEY: client.key,
    PROVIDER_ID: provider.id,
    CLIENT_ID: client.id,
    LAST_NAME: written.surname,
    FIRST_NAME: written.given,
    BIRTH_DT: written.birthDate,
    SEX: sex,
    SSN: written.socialSecurityNumber,
    ZIP: written.address?.postalCode ?? null,
  };
}
