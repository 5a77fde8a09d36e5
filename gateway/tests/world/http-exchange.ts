/** The headers of a request in JSON. */
export const json = { 'content-type': 'application/json' };

/** The body of a request that is answered. */
export const greeting = '{"query":"{ greeting }"}';

/** An answer's status and the code of its first error. */
export async function codeOf(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return `${response.status} ${errors?.[0]?.extensions.code ?? 'no error'}`;
}
