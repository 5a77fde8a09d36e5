import { Fact, type Resident, Shown, useResident } from '../resident-view/index.ts';
import { useShell } from '../shell/index.ts';
import { phone } from './programs-of.ts';

type Address = NonNullable<Resident['currentAddress']>;

/** How to reach the resident, and where they have lived. */
export function Contact() {
  const { resident } = useResident();
  const { say, code, date } = useShell().speech;
  const current = (resident.phones ?? []).filter(({ until }) => until === null);
  const emails = (resident.emails ?? []).filter(({ until }) => until === null);
  const addresses = (resident.addresses?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  return (
    <section class="card" aria-labelledby="contact">
      <h2 id="contact">{say('contact.title')}</h2>
      <dl class="facts">
        <Fact label={say('contact.address')} at={['currentAddress']}>
          {resident.currentAddress && <AddressLines address={resident.currentAddress} />}
        </Fact>
        <Fact label={say('contact.phone')} at={['phones']}>
          {current.length > 0 &&
            current.map(({ number, use }) => (
              <span key={number} class="line">
                {phone(number)} <small>{code('phoneUse', use)}</small>
              </span>
            ))}
        </Fact>
        <Fact label={say('contact.email')} at={['emails']}>
          {emails.length > 0 &&
            emails.map(({ address }) => (
              <span key={address} class="line">
                {address}
              </span>
            ))}
        </Fact>
        <Fact label={say('contact.languages')} at={['languages']}>
          {resident.languages?.map((tag) => code('language', tag)).join(', ')}
        </Fact>
      </dl>
      <details open={false}>
        <summary>{say('contact.addresses', { count: addresses.length })}</summary>
        <ol class="addresses">
          {addresses.map((address) => (
            <li key={`${address.from} ${address.line1}`}>
              <span class="hint">
                {address.from ? date(address.from) : say('time.unknown')} –{' '}
                {address.until ? date(address.until) : say('time.now')}
              </span>
              <AddressLines address={address} />
            </li>
          ))}
        </ol>
        {addresses.length === 0 && <Shown at={['addresses']} />}
      </details>
    </section>
  );
}

function AddressLines({ address }: { readonly address: Address }) {
  const { say } = useShell().speech;
  const { line1, line2, city, state, postalCode, isSubstitute } = address;
  return (
    <span class="address">
      <span class="line">{[line1, line2].filter(Boolean).join(', ')}</span>
      <span class="line">
        {[city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
      </span>
      {isSubstitute && <span class="chip">{say('address.substitute')}</span>}
    </span>
  );
}
