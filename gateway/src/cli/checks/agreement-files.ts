import {
  categoriesWithoutAgreement,
  checkAgreements,
  expiringAgreements,
  forbiddenGrants,
  readAgreements,
  statutes,
} from '../../authorization/index.ts';
import type { Category, ForbiddenGrant } from '../../authorization/index.ts';
import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Listed } from '../listing.ts';
import type { CheckReport } from './check-report.ts';

/** The agreements to check, and what they are checked against. */
interface CheckedAgreements {
  readonly folder: string;
  readonly subgraphs: readonly SubgraphSchema[];
  readonly catalogue: readonly Category[];
  readonly expiringWithinDays: number;
}

/**
 * Checks agreements: their files are in order, what they transform is there, and what they grant no statute forbids to
 * everybody. Tells which categories nobody may see, and which agreements end soon.
 */
export async function checkAgreementFiles(checked: CheckedAgreements): Promise<CheckReport> {
  const { folder, subgraphs, catalogue, expiringWithinDays } = checked;
  const read = await readAgreements(folder, catalogue);
  if (read.kind === 'refused') return { problems: read.problems, hints: [] };
  const { agreements } = read;
  const parts = { agreements, catalogue, statutes };
  const now = new Date();
  const forbidden = (await forbiddenGrants(parts, now)).map(inVain);
  const withheld = categoriesWithoutAgreement(parts, now).map(
    ({ name }) => `No agreement in force grants "${name}": its fields are withheld from everybody.`,
  );
  const ending = expiringAgreements(parts, expiringWithinDays, now).map(
    ({ id, term }) => `The agreement ${id} ends on ${term.endsOn}.`,
  );
  return {
    problems: [...checkAgreements(subgraphs, agreements), ...forbidden],
    hints: [...withheld, ...ending],
  };
}

function inVain({ agreement: { id, file }, clause, category, citation }: ForbiddenGrant): Listed {
  return {
    code: 'AGREEMENT_FORBIDDEN',
    message: `${id} grants "${category}" by clause ${clause}, and ${citation} forbids it to all of its recipients.`,
    remedy: entryOf('AGREEMENT_FORBIDDEN').remedy,
    place: file,
  };
}
