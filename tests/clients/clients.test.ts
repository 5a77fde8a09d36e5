import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { Client, fetchExchange } from '@urql/core';
import {
  buildClientSchema,
  getIntrospectionQuery,
  parse,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { createHash } from 'node:crypto';
import { documentTexts, typedDocuments } from '../../scripts/build-client-view/index.ts';
import { ask, firstQuestionDocument } from '../../scripts/client-example/index.ts';
import { openEndpoint, type Endpoint } from './open-endpoint.ts';

const question = `query FirstQuestion($id: ID!) {
  resident(id: $id) {
    id
    name { given surname }
    benefits { snap { cases(first: 1) { edges { node { status } } } } }
    housing { enrollments(first: 1) { edges { node { entryDate } } } }
  }
}`;

const exampleFolder = fileURLToPath(new URL('../../scripts/client-example', import.meta.url));

describe('clients that others wrote', () => {
  let endpoint: Endpoint;

  beforeAll(async () => {
    endpoint = await openEndpoint();
  }, 120_000);

  afterAll(async () => endpoint?.close());

  const headersOf = (purposeOfUse = 'HOUSING_PLACEMENT') => ({
    authorization: `Bearer ${endpoint.token}`,
    'purpose-of-use': purposeOfUse,
  });

  /** What is told of SNAP, which a law withholds from a housing caseworker. */
  const withheld = {
    path: ['resident', 'benefits'],
    extensions: { code: 'FIELD_WITHHELD', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' },
  };

  const apolloWith = (headers: Record<string, string>, isPersisted = false) => {
    const http = new HttpLink({ uri: endpoint.url, headers });
    const persisted = new PersistedQueryLink({
      sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    });
    const link = isPersisted ? persisted.concat(http) : http;
    return new ApolloClient({ cache: new InMemoryCache(), link });
  };
  const askedByApollo = (client: ApolloClient) =>
    client.query<{ resident: { name: { given: string }; benefits: null; housing: unknown } }>({
      query: gql(question),
      variables: { id: endpoint.residentId },
      errorPolicy: 'all',
    });

  const askedByUrql = (headers: Record<string, string>) =>
    new Client({
      url: endpoint.url,
      exchanges: [fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers },
    })
      .query<{ resident: { benefits: null; housing: { enrollments: unknown } } }>(question, {
        id: endpoint.residentId,
      })
      .toPromise();

  const connection = (token = endpoint.token) => ({
    url: endpoint.url,
    token,
    purposeOfUse: 'HOUSING_PLACEMENT',
  });

  describe('Apollo Client', () => {
    test('has the values that are shown, and the reason of the one that is withheld', async () => {
      const { data, error } = await askedByApollo(apolloWith(headersOf()));
      expect(data?.resident.name.given).toEqual(expect.any(String));
      expect(data?.resident.benefits).toBeNull();
      expect(CombinedGraphQLErrors.is(error) && error.errors).toMatchObject([withheld]);
    });

    test('registers its documents by their hash, and asks by the hash alone afterwards', async () => {
      const first = await askedByApollo(apolloWith(headersOf(), true));
      const again = await askedByApollo(apolloWith(headersOf(), true));
      expect(first.data?.resident.name.given).toEqual(expect.any(String));
      expect(again.data).toEqual(first.data);
    });

    test('is told by 401 that nobody knows who it is', async () => {
      const refused = await askedByApollo(apolloWith({})).catch((error: unknown) => ({
        error,
        data: undefined,
      }));
      expect(refused.data).toBeUndefined();
      expect(refused.error).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    });
  });

  describe('urql', () => {
    test('has the partial answer beside the reason of what is withheld', async () => {
      const { data, error } = await askedByUrql(headersOf());
      expect(data?.resident).toMatchObject({ benefits: null, housing: { enrollments: expect.any(Object) } });
      expect(error?.graphQLErrors).toMatchObject([withheld]);
    });

    test('is shown less when no purpose of use is stated, and told that one is missing', async () => {
      const { error } = await askedByUrql({ authorization: headersOf().authorization });
      expect(error?.graphQLErrors.map(({ extensions }) => extensions['remedy'])).toContain('STATE_PURPOSE');
    });

    test('is told by 401 that nobody knows who it is', async () => {
      const { data, error } = await askedByUrql({});
      expect(data).toBeUndefined();
      expect(error?.graphQLErrors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(error?.response).toMatchObject({ status: 401 });
    });
  });

  test('GraphQL Code Generator makes types of what the endpoint tells of its schema', async () => {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf() },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const { data } = (await response.json()) as { data: IntrospectionQuery };
    const types = await codegen({
      schema: parse(printSchema(buildClientSchema(data))),
      documents: [{ document: parse(question) }],
      filename: 'operations.ts',
      config: {},
      plugins: [{ operations: {} }],
      pluginMap: { operations: typescriptOperations },
    });
    expect(types).toContain('export type FirstQuestionQuery = ');
    expect(types).toMatch(/benefits: \{[^]*\| null/);
  });

  describe('the example of a client', () => {
    test('has the types that are generated from its document and the supergraph', async () => {
      const supergraph = await readFile(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8');
      const [operations, texts] = await Promise.all(
        ['operations.ts', 'document-texts.ts'].map((name) => readFile(`${exampleFolder}/${name}`, 'utf8')),
      );
      expect(operations).toBe(await typedDocuments(exampleFolder, supergraph));
      expect(texts).toBe(await documentTexts(exampleFolder));
    });

    test('reads the answer, and what is withheld from it', async () => {
      const { data, withheld: told } = await ask(
        firstQuestionDocument,
        { id: endpoint.residentId },
        connection(),
      );
      expect(data?.resident?.name?.given).toEqual(expect.any(String));
      expect(told).toMatchObject([
        { path: 'resident.benefits', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' },
      ]);
    });

    test('fails with the code when the request is refused as a whole', async () => {
      await expect(
        ask(firstQuestionDocument, { id: endpoint.residentId }, connection('no token')),
      ).rejects.toThrow('UNAUTHENTICATED');
    });

    test('names the agency that does not answer, and keeps the rest', async () => {
      await endpoint.stopAgency('housing');
      const { data, silent } = await ask(firstQuestionDocument, { id: endpoint.residentId }, connection());
      expect(silent).toEqual(['housing']);
      expect(data?.resident?.name?.given).toEqual(expect.any(String));
    });
  });
});
