import { stageTable } from './stage-table.ts';
import { authenticate } from './stages/authenticate.ts';
import { authorize } from './stages/authorize.ts';
import { coerceVariables } from './stages/coerce-variables.ts';
import { execute } from './stages/execute.ts';
import { findDocument } from './stages/find-document.ts';
import { parse } from './stages/parse.ts';
import { plan } from './stages/plan.ts';
import { record } from './stages/record.ts';
import { registerDocument } from './stages/register-document.ts';
import { selectOperation } from './stages/select-operation.ts';
import { validate } from './stages/validate.ts';

/**
 * One request, step by step. Each step sees what the steps before it found; any of them may refuse, and
 * the answer says with which code.
 *
 * | stage            | refuses with                                        |
 * | ---------------- | --------------------------------------------------- |
 * | authenticate     | UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST             |
 * | findDocument     | PERSISTED_QUERY_NOT_FOUND, DOCUMENT_NOT_TRUSTED,    |
 * |                  | PERSISTED_QUERY_HASH_MISMATCH                       |
 * | parse            | OPERATION_LIMIT_EXCEEDED, GRAPHQL_PARSE_FAILED      |
 * | validate         | GRAPHQL_VALIDATION_FAILED, OPERATION_LIMIT_EXCEEDED |
 * | registerDocument |                                                     |
 * | selectOperation  | OPERATION_RESOLUTION_FAILURE, METHOD_NOT_ALLOWED,   |
 * |                  | GRAPHQL_VALIDATION_FAILED                           |
 * | coerceVariables  | BAD_USER_INPUT                                      |
 * | authorize        | FIELD_WITHHELD, FORBIDDEN, LEDGER_UNAVAILABLE       |
 * | plan, execute    | DEADLINE_EXCEEDED, INTERNAL_SERVER_ERROR            |
 * | record           | LEDGER_UNAVAILABLE                                  |
 */
export const stages = stageTable()
  .stage('authenticate', authenticate, { caller: undefined, purposeOfUse: undefined })
  .stage('findDocument', findDocument, { found: undefined })
  .stage('parse', parse, { parsed: undefined })
  .stage('validate', validate, {})
  .stage('registerDocument', registerDocument, {})
  .stage('selectOperation', selectOperation, { operation: undefined })
  .stage('coerceVariables', coerceVariables, { variables: undefined })
  .stage('authorize', authorize, { disclosure: undefined })
  .stage('plan', plan, { planned: undefined })
  .stage('execute', execute, { result: undefined, disclosed: undefined })
  .stage('record', record, { result: undefined });
