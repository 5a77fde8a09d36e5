import { roleAccessDocument, type RoleAccessQuery } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer, useSpeech } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { FilteredMatrix } from './filtered-matrix.tsx';
import { rowsOfAccess, type Looked, type Requester } from './rows-of.ts';
import type { KnownAgreement } from './known-agreement.ts';

/** Whose access to look up, for when. */
export interface Looking {
  readonly requester: Requester;
  readonly at: string | null;
}

interface RoleMatrixProps {
  readonly agreements: readonly KnownAgreement[];
  readonly before: Looking;
  readonly after: Looking | null;
}

/** What one role may see, or two roles or one role on two days, side by side. */
export function RoleMatrix({ agreements, before, after }: RoleMatrixProps) {
  const left = useAnswer(roleAccessDocument, variablesOf(before));
  const right = useAnswer(roleAccessDocument, variablesOf(after ?? before));
  return (
    <WhenAnswered asked={left.asked} again={left.again} path={['roleAccess']}>
      {(one) => (
        <WhenAnswered asked={right.asked} again={right.again} path={['roleAccess']}>
          {(other) => (
            <Rows
              agreements={agreements}
              before={lookedUp(before, one)}
              after={after && lookedUp(after, other)}
            />
          )}
        </WhenAnswered>
      )}
    </WhenAnswered>
  );
}

function variablesOf({ requester, at }: Looking) {
  return { ...requester, purposeOfUse: null, at };
}

function lookedUp(looking: Looking, { roleAccess }: RoleAccessQuery): Looked {
  return { ...looking, access: roleAccess ?? [] };
}

interface RowsProps {
  readonly agreements: readonly KnownAgreement[];
  readonly before: Looked;
  readonly after: Looked | null;
}

function Rows({ agreements, before, after }: RowsProps) {
  const { code, date } = useSpeech();
  const tell = useOfficerWords();
  const categories = [
    ...new Set(agreements.flatMap(({ grants }) => (grants ?? []).flatMap((grant) => grant.categories ?? []))),
  ].toSorted();
  const found = [...before.access, ...(after?.access ?? [])];
  const purposes = [...new Set(found.flatMap(({ purposeOfUse }) => purposeOfUse ?? []))].toSorted();
  const name = ({ requester, at }: Looked): string =>
    `${code('role', requester.role)}, ${code('agency', requester.agency)}${at ? `, ${date(at)}` : ''}`;
  return (
    <FilteredMatrix
      key={String(after !== null)}
      title={
        after
          ? tell('simulator.compared', { who: name(after), other: name(before) })
          : tell('simulator.matrix', { who: name(before) })
      }
      rows={rowsOfAccess(categories, purposes, before, after)}
      purposes={purposes}
      isCompared={after !== null}
    />
  );
}
