import type { GraphQLSchema } from 'graphql';

import type { PurposeOfUse } from './authentication/index.ts';
import { isPurposeOfUse } from './authentication/index.ts';
import { agreementView } from './agreement-view.ts';
import type { Agreement, PolicyParts } from './authorization/index.ts';
import {
  categoriesWithoutAgreement,
  comparePolicies,
  expiringAgreements,
  explainOperation,
  forbiddenGrants,
  losingOperations,
  ownersOf,
  partiesOf,
  readProposedAgreements,
  registeredOperations,
  unlabelledFields,
  whatCanSee,
  whoCouldSee,
} from './authorization/index.ts';
import { failure } from './errors/index.ts';
import type { Failure } from './errors/index.ts';
import type { ExplainedOperation, PolicyAnalysis } from './governance/index.ts';
import type { DocumentCache, ParsedDocument } from './operation/index.ts';
import { createValidator, selectOperation } from './operation/index.ts';

/** The rules of the latest supergraph, as requests are decided by them. */
interface RulesInForce {
  readonly parts: Omit<PolicyParts, 'now'>;
  readonly schema: GraphQLSchema;
}

/** What an analysis is made from. */
export interface PolicyAnalysisOptions {
  readonly rules: () => RulesInForce;
  /** What agreements said before, the newest first. */
  readonly earlier: readonly Agreement[];
  /** Within the same limits as the operations of clients. */
  readonly documents: DocumentCache;
  readonly introspection: boolean;
  /** Documents that are registered. */
  readonly registered: () => readonly { readonly id: string; readonly parsed: ParsedDocument }[];
}

/**
 * Explains and simulates by the rules in force. One after the other, because each takes the thread of the requests, in
 * pieces, for up to a second.
 */
export function createPolicyAnalysis(options: PolicyAnalysisOptions): PolicyAnalysis {
  const { rules } = options;
  const inTurn = oneAfterTheOther();
  return {
    explain: async (asked, facts) => {
      const { parts, schema } = rules();
      const request = { ...readOperation(asked, schema, options), caller: asked.caller, facts, at: asked.at };
      return inTurn(() => explainOperation(request, parts, schema));
    },
    fieldAccess: async (coordinate, at) => {
      const { parts } = rules();
      if (!parts.requirements.coordinates.includes(coordinate))
        throw wrong('coordinate: there is no such field.');
      return inTurn(() => whoCouldSee(coordinate, parts, at));
    },
    roleAccess: async (requester, purposeOfUse, at) => {
      const purpose = purposeOf(purposeOfUse);
      return inTurn(() => whatCanSee(requester, purpose, rules().parts, at));
    },
    compareAgreements: async (other, at, isShown) => {
      const { parts, schema } = rules();
      const after = { ...parts, agreements: otherAgreements(other, parts, at) };
      const documents = options.registered().map(({ id, parsed: { document } }) => ({ id, document }));
      return inTurn(async () => {
        const comparison = await comparePolicies(parts, after, at);
        const registered = registeredOperations(documents, schema);
        const operations = await losingOperations(comparison, registered, schema, isShown);
        return { changes: comparison.changes, operations };
      });
    },
    agreements: (at) =>
      rules().parts.agreements.map((agreement) => agreementView(agreement, options.earlier, at)),
    coverage: async (expiringWithinDays, at) => {
      const { parts } = rules();
      if (expiringWithinDays < 0 || expiringWithinDays > 99_999)
        throw wrong('expiringWithinDays: it is a number of days, 0 to 99,999.');
      const forbidden = await inTurn(() => forbiddenGrants(parts, at));
      return {
        unlabelledFields: unlabelledFields(parts),
        categoriesWithoutAgreement: categoriesWithoutAgreement(parts, at).map(({ name }) => name),
        forbiddenGrants: forbidden.map(({ agreement, ...grant }) => ({ ...grant, ...bound(agreement) })),
        expiringAgreements: expiringAgreements(parts, expiringWithinDays, at).map((agreement) => ({
          ...bound(agreement),
          endsOn: agreement.term.endsOn,
        })),
      };
    },
    ownersOf: (subject) => ownersOf(subject, rules().parts),
  };
}

type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Analyses that wait for another. */
const mostWaiting = 20;

/** @returns what rejects with Failure OVERLOADED while too many wait */
function oneAfterTheOther(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  return async (work) => {
    if (unfinished > mostWaiting) throw failure('OVERLOADED');
    unfinished += 1;
    const next = last.then(work).finally(() => {
      unfinished -= 1;
    });
    last = next.catch(() => undefined);
    return next;
  };
}

/** An operation as a request's would be read. @throws Failure of the catalogue that says what is wrong with it */
function readOperation(
  { document: text, operationName, variables, purposeOfUse }: ExplainedOperation,
  schema: GraphQLSchema,
  { documents, introspection }: PolicyAnalysisOptions,
): Pick<Parameters<typeof explainOperation>[0], 'document' | 'operationName' | 'variables' | 'purpose'> {
  const parsed = documents.parse(text);
  if (parsed.kind === 'refused') throw wrong(`document: ${parsed.failure.message}`);
  const { document } = parsed.parsed;
  const valid = createValidator(schema, { introspection }).validate(document);
  if (valid.kind === 'refused') throw wrong(`document: ${valid.failures[0]?.message}`);
  const selected = selectOperation(document, operationName);
  if (selected.kind === 'refused') throw wrong(`operationName: ${selected.failure.message}`);
  return { document, operationName, variables: objectOf(variables), purpose: purposeOf(purposeOfUse) };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  const value = jsonOf(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw wrong('variables: it is no JSON object.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function purposeOf(code: string | null): PurposeOfUse | null {
  if (code === null || isPurposeOfUse(code)) return code;
  throw wrong('purposeOfUse: it is none of the known purposes of use.');
}

const mostProposed = 20;

function otherAgreements(
  { proposed, ended, begun }: Parameters<PolicyAnalysis['compareAgreements']>[0],
  { agreements, catalogue }: RulesInForce['parts'],
  at: Date,
): readonly Agreement[] {
  if (proposed.length > mostProposed) throw wrong(`proposed: at most ${mostProposed} are taken.`);
  const read = readProposedAgreements(proposed, catalogue);
  if (read.kind === 'refused') {
    const [problem] = read.problems;
    throw wrong(`proposed: ${problem?.place ?? 'an agreement'}: ${problem?.message}`);
  }
  const known = new Set(agreements.map(({ id }) => id));
  if (!ended.every((id) => known.has(id))) throw wrong('ended: there is no such agreement.');
  if (!begun.every((id) => known.has(id))) throw wrong('begun: there is no such agreement.');
  const gone = new Set([...ended, ...read.agreements.map(({ id }) => id)]);
  const kept = agreements.filter(({ id }) => !gone.has(id));
  return [...kept.map((one) => (begun.includes(one.id) ? asInForce(one, at) : one)), ...read.agreements];
}

/** The same agreement as if its parties had signed, and its term ran on that day. */
function asInForce(agreement: Agreement, at: Date): Agreement {
  const day = at.toISOString().slice(0, 10);
  return { ...agreement, status: 'in-force', term: { startsOn: day, endsOn: day } };
}

/** An agreement by its id, and those whom it binds. */
function bound(agreement: Agreement): { agreement: string; agencies: readonly string[] } {
  return { agreement: agreement.id, agencies: [...partiesOf(agreement)] };
}

function wrong(message: string): Failure {
  return failure('BAD_USER_INPUT', { message });
}
