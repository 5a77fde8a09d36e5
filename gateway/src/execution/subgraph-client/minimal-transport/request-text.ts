import { requestHeaders } from '../transport/index.ts';
import type { Posting } from '../transport/index.ts';

/** The whole text of a posting, from its first line to the end of its body. */
export type RequestText = (posting: Posting) => string;

/** Prepares what is the same in every request to one address. */
export function requestText(url: URL): RequestText {
  const lines = Object.entries({ host: url.host, connection: 'keep-alive', ...requestHeaders });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const before = `POST ${url.pathname}${url.search} HTTP/1.1\r\n${head}x-request-id: `;
  return ({ body, requestId, sign }) => {
    if (!/^[\x21-\x7e]*$/.test(requestId)) throw new TypeError('A request id is not fit for a header.');
    const signed = sign ? linesOf(sign()) : '';
    return `${before}${requestId}\r\n${signed}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
}

/** @throws TypeError if a name or value could end its line. */
function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers).map(lineOf).join('');
}

function lineOf([name, value]: readonly [string, string]): string {
  if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(value)) {
    throw new TypeError('A header of a signature is not fit for a request.');
  }
  return `${name}: ${value}\r\n`;
}
