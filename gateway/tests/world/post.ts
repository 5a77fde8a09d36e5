import type { RunningGateway } from './running-gateway.ts';

/** What came back: the status and the parsed body. */
export type Posted = readonly [
  number,
  {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  },
];

/** Sends any body as a GraphQL request, and tells what comes back. */
export async function post(gateway: RunningGateway, body: object, accept?: string): Promise<Posted> {
  const headers = {
    'content-type': 'application/json',
    accept: accept ?? 'application/graphql-response+json',
  };
  const response = await gateway.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  return [response.status, (await response.json()) as Posted[1]];
}
