import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/** Proves who calls and for which purpose; nothing of the request is looked at before. */
export const authenticate: Stage<
  BegunRequest,
  { readonly caller: Caller; readonly purposeOfUse: PurposeOfUse | null }
> = async ({ headers }, { authenticator, signInFailed }) => {
  const decision = await authenticator.authenticate(headers);
  if (decision.kind === 'caller')
    return added({ caller: decision.caller, purposeOfUse: decision.purposeOfUse });
  const { challenge } = decision;
  signInFailed?.(decision.failure.code);
  return refused([decision.failure], challenge === undefined ? undefined : { 'www-authenticate': challenge });
};
