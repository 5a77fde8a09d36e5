import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import { Icon } from '../values/index.ts';
import type { FullAgreement } from './grants-of.ts';
import { StateChip } from './state-chip.tsx';

/** How an agreement came about: its states with their days, and who signed when, as one line of time. */
export function Negotiation({ agreement }: { readonly agreement: FullAgreement }) {
  const { date } = useSpeech();
  const tell = useOfficerWords();
  const steps = stepsOf(agreement);
  return (
    <>
      {(agreement.history ?? []).length === 0 && <p class="hint">{tell('agreements.noHistory')}</p>}
      {steps.length === 0 && <p>{tell('agreements.noSignature')}</p>}
      <ol class="negotiation">
        {steps.map((step) => (
          <li key={step.key} class={step.kind}>
            <time datetime={step.on}>{date(step.on)}</time>
            {step.kind === 'state' ? <StateChip status={step.status} /> : <Signature {...step} />}
          </li>
        ))}
      </ol>
    </>
  );
}

type Signed = NonNullable<FullAgreement['signatures']>[number];
type State = NonNullable<FullAgreement['history']>[number];

type Step = { readonly key: string; readonly on: string } & (
  | { readonly kind: 'state'; readonly status: State['status'] }
  | { readonly kind: 'signature'; readonly signature: Signed }
);

/** In the order of time; on one day signatures come before the state that they bring about. */
function stepsOf({ history, signatures }: FullAgreement): readonly Step[] {
  const states = (history ?? []).map(({ status, on }): Step => ({
    kind: 'state',
    key: `${status} ${on}`,
    on: on ?? '',
    status,
  }));
  const signed = (signatures ?? []).map((signature): Step => ({
    kind: 'signature',
    key: `${signature.agency} signed`,
    on: signature.signedOn ?? '',
    signature,
  }));
  return [...signed, ...states].toSorted((one, other) => one.on.localeCompare(other.on));
}

function Signature({ signature }: { readonly signature: Signed }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const { officer, office, agency, isOfThisContent } = signature;
  return (
    <span>
      <Icon name="check" />{' '}
      {tell('agreements.signed', {
        officer: officer ?? '',
        office: office ?? '',
        agency: code('agency', agency) ?? '',
      })}
      {isOfThisContent === false && <span class="late"> {tell('agreements.signedOther')}</span>}
    </span>
  );
}
