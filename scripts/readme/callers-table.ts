/** An answer to the callers' question, as far as the table reads it. */
export interface CallersAnswer {
  readonly name: string;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, string | null>>;
  }[];
}

/** What the question asks for, by the words of the table. */
const rows: readonly (readonly [words: string, path: string])[] = [
  ['name', 'resident.name.given'],
  ['Social Security number', 'resident.socialSecurityNumber.lastFour'],
  ['SNAP case', 'resident.benefits.snap.cases.edges.0.node.status'],
  ['stay in a shelter', 'resident.housing.enrollments.edges.0.node.entryDate'],
  ['HIV status there', 'resident.housing.enrollments.edges.0.node.hivAids.0.response'],
  [
    'treatment for substance use',
    'resident.behavioralHealth.substanceUseTreatment.admissions.edges.0.node.admissionDate',
  ],
  ['booking', 'resident.justice.bookings.edges.0.node.bookingDate'],
  ['charges', 'resident.justice.bookings.edges.0.node.charges.0.description'],
  ['public court case', 'resident.justice.cases.edges.0.node.caseNumber'],
  ['sealed court case', 'resident.justice.sealedCases.edges.0.node.caseNumber'],
];

/** One question about one resident, and what became of each field for each caller, as a Markdown table. */
export function callersTable(answers: readonly CallersAnswer[]): string {
  const lines = [
    ['', ...answers.map(({ name }) => name)],
    ['---', ...answers.map(() => '---')],
    ...rows.map(([words, path]) => [words, ...answers.map((answer) => cell(answer, path.split('.')))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell({ data, errors = [] }: CallersAnswer, path: readonly string[]): string {
  if (valueAt(data, path) !== undefined) return '**shown**';
  const told = errors.find(({ path: withheld = [] }) =>
    withheld.every((key, index) => String(key) === path[index]),
  );
  return told ? `\`${told.extensions['reason']}\` ${told.extensions['authority']}` : '–';
}

/** Nothing for null: a dash is both what is not there and what must seem so. */
function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value ?? undefined;
}
