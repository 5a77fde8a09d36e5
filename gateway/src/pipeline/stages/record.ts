import type { ExecutionResult } from 'graphql';

import type { DisclosedResident, Disclosure } from '../../authorization/index.ts';
import { Failure, failure } from '../../errors/index.ts';
import type { TextResult } from '../../execution/index.ts';
import type { RequestToRecord } from '../operation-to-record.ts';
import { operationToRecord } from '../operation-to-record.ts';
import { writtenResult } from '../respond.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/**
 * Writes down whom the answer discloses, as it will leave. The request goes on when the record is durable; without it
 * nothing is disclosed.
 */
export const record: Stage<
  BegunRequest &
    RequestToRecord & {
      readonly disclosure: Disclosure | null;
      readonly result: ExecutionResult | TextResult;
      readonly disclosed: readonly DisclosedResident[] | null;
    },
  { readonly result: ExecutionResult | TextResult }
> = async (request, { recorder }) => {
  const { disclosure, disclosed, result } = request;
  if (recorder === null || disclosure === null) return added({ result });
  const { asked, epoch } = disclosure.context;
  if (asked === null || disclosed === null) return refused([failure('LEDGER_UNAVAILABLE')]);
  const written = writtenResult(result);
  try {
    await recorder.disclosed({
      ...operationToRecord(request),
      outcome: 'answered',
      epoch,
      agencies: asked.agencies,
      residents: disclosed,
      answer: 'kind' in written ? written.body : null,
    });
  } catch (thrown) {
    return refused([thrown instanceof Failure ? thrown : failure('LEDGER_UNAVAILABLE', { cause: thrown })]);
  }
  return added({ result: written });
};
