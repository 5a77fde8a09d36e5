import type { Category } from '../categories/index.ts';
import type { SchemaProblemCode } from '../schema-problem.ts';
import type { AgreementDocument } from './agreement.ts';
import { lastDayAfter } from './term.ts';

/** What is wrong with an agreement whose file has the right shape. */
interface AgreementFault {
  readonly code: Extract<SchemaProblemCode, `AGREEMENT_${string}`>;
  /** The key or list element that is at fault. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly remedy: string;
}

/** What rules look up. */
interface RuleContext {
  /** The name of the file without its ending. */
  readonly name: string;
  readonly categories: ReadonlyMap<string, Category>;
  /** Of the agreement's content: what its officers have to have signed. */
  readonly contentHash: string;
}

type AgreementRule = (agreement: AgreementDocument, context: RuleContext) => readonly AgreementFault[];

const theFileHasTheIdForItsName: AgreementRule = ({ id }, { name }) =>
  id === name
    ? []
    : [invalid(['id'], `The file is named "${name}", and the agreement "${id}".`, 'Rename one of the two.')];

const categoriesAreTheProviders: AgreementRule = ({ provider, grants }, { categories }) =>
  grants.flatMap(({ categories: names }, grant) =>
    names.flatMap((name, index) => {
      const path = ['grants', grant, 'categories', index];
      const category = categories.get(name);
      if (category === undefined)
        return [
          invalid(
            path,
            `The catalogue has no category "${name}".`,
            'Correct the name, or describe the category in categories.yaml.',
          ),
        ];
      if (category.agency === provider) return [];
      return [
        invalid(
          path,
          `The category "${name}" is ${category.agency}'s, and the provider is ${provider}.`,
          'Grant it in an agreement whose provider is the agency that holds the data.',
        ),
      ];
    }),
  );

const theTermEndsInTime: AgreementRule = ({ term: { startsOn, endsOn, maximumMonths } }) => {
  const path = ['term', 'endsOn'];
  if (endsOn < startsOn)
    return [invalid(path, 'The term ends before it begins.', 'Correct the days of the term.')];
  const last = maximumMonths === undefined ? endsOn : lastDayAfter(startsOn, maximumMonths);
  if (endsOn <= last) return [];
  return [
    invalid(
      path,
      `The statute permits ${maximumMonths} months, until ${last}.`,
      `Let the term end on ${last} or before.`,
    ),
  ];
};

/** 5 USC 552a(o): a matching programme's agreement; (o)(2)(C) its term, (o)(1)(H) redisclosure, (p) adverse action. */
const aMatchKeepsToItsStatute: AgreementRule = ({ kind, term, redisclosure, grants }) => {
  if (kind !== 'computer-matching-agreement') return [];
  const months = term.maximumMonths ?? Number.POSITIVE_INFINITY;
  return [
    ...(months <= 18
      ? []
      : [
          invalid(
            ['term'],
            '5 USC 552a(o)(2)(C) permits a match for 18 months.',
            'Set maximumMonths to 18 or less.',
          ),
        ]),
    ...(redisclosure === 'forbidden'
      ? []
      : [
          invalid(
            ['redisclosure'],
            '5 USC 552a(o)(1)(H) forbids to disclose matched records again.',
            'Set redisclosure to "forbidden".',
          ),
        ]),
    ...grants.flatMap(({ obligations }, index) =>
      obligations?.includes('verify-before-adverse-action')
        ? []
        : [
            invalid(
              ['grants', index],
              '5 USC 552a(p) forbids adverse action before verification and notice.',
              'Add the obligation "verify-before-adverse-action".',
            ),
          ],
    ),
  ];
};

/** Without consent or relationship to stand in for, the grant would be open although it reads as if it were closed. */
const brokenGlassStandsInForSomething: AgreementRule = ({ grants }) =>
  grants.flatMap(({ breakGlass, conditions }, index) =>
    !breakGlass || conditions?.consent || conditions?.relationship
      ? []
      : [
          invalid(
            ['grants', index, 'breakGlass'],
            'There is neither consent nor relationship for an open session to stand in for.',
            'Name the consent or relationship without which the grant is closed.',
          ),
        ],
  );

const aFieldIsMadeLessInOneWay: AgreementRule = ({ grants }) =>
  grants.flatMap(({ transforms = [] }, grant) => {
    const coordinates = transforms.map(({ coordinate }) => coordinate);
    return coordinates.flatMap((coordinate, index) =>
      coordinates.indexOf(coordinate) === index
        ? []
        : [
            invalid(
              ['grants', grant, 'transforms', index],
              `There is a second transform of ${coordinate}.`,
              'Leave the stricter one.',
            ),
          ],
    );
  });

const theHistoryIsInOrder: AgreementRule = ({ history = [], status }) => {
  const path = ['history'];
  const isOrdered = history.every(({ on }, index) => index === 0 || (history[index - 1]?.on ?? '') <= on);
  if (!isOrdered) return [invalid(path, 'The history runs backwards.', 'Put the earliest day first.')];
  const last = history.at(-1);
  if (last === undefined || last.status === status) return [];
  return [
    invalid(
      path,
      `The history ends with ${last.status}, and the status is ${status}.`,
      'Add the day on which it came to its status.',
    ),
  ];
};

const partiesSignOnce: AgreementRule = (agreement) => {
  const parties = partiesOf(agreement);
  const agencies = agreement.signatures.map(({ agency }) => agency);
  return agencies.flatMap((agency, index) => {
    const path = ['signatures', index, 'agency'];
    if (!parties.has(agency))
      return [
        invalid(
          path,
          `"${agency}" is no party to the agreement.`,
          'Take the signature away, or name the agency among the recipients.',
        ),
      ];
    return agencies.indexOf(agency) === index
      ? []
      : [invalid(path, `"${agency}" signed already.`, 'Leave one signature of each agency.')];
  });
};

const whatBindsIsSigned: AgreementRule = (agreement, { contentHash: hash }) => {
  if (!['signed', 'in-force', 'suspended'].includes(agreement.status)) return [];
  const signed = new Set(agreement.signatures.map(({ agency }) => agency));
  const missing = [...partiesOf(agreement)].filter((agency) => !signed.has(agency));
  return [
    ...missing.map((agency) =>
      unsigned(
        ['signatures'],
        `"${agency}" did not sign what is ${agreement.status}.`,
        `Let its officer sign ${hash}, or set the status back.`,
      ),
    ),
    ...agreement.signatures.flatMap(({ agency, contentHash: signedHash }, index) =>
      signedHash === hash
        ? []
        : [
            unsigned(
              ['signatures', index, 'contentHash'],
              `"${agency}" signed another content.`,
              `Restore the content, or let its officer sign ${hash}.`,
            ),
          ],
    ),
    ...agreement.signatures.flatMap(({ agency, signedOn }, index) =>
      signedOn <= agreement.term.endsOn
        ? []
        : [
            unsigned(
              ['signatures', index, 'signedOn'],
              `"${agency}" signed after the term.`,
              'Correct the day, or agree on another term.',
            ),
          ],
    ),
  ];
};

/** The rules, each one promise about every agreement. */
export const agreementRules: readonly AgreementRule[] = [
  theFileHasTheIdForItsName,
  categoriesAreTheProviders,
  theTermEndsInTime,
  aMatchKeepsToItsStatute,
  brokenGlassStandsInForSomething,
  aFieldIsMadeLessInOneWay,
  theHistoryIsInOrder,
  partiesSignOnce,
  whatBindsIsSigned,
];

/** The provider and every recipient agency. */
export function partiesOf({
  provider,
  recipients,
}: Pick<AgreementDocument, 'provider' | 'recipients'>): ReadonlySet<string> {
  return new Set([provider, ...recipients.map(({ agency }) => agency)]);
}

function invalid(path: readonly PropertyKey[], message: string, remedy: string): AgreementFault {
  return { code: 'AGREEMENT_INVALID', path, message, remedy };
}

function unsigned(path: readonly PropertyKey[], message: string, remedy: string): AgreementFault {
  return { code: 'AGREEMENT_NOT_SIGNED', path, message, remedy };
}
