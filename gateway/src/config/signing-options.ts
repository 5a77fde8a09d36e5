import { z } from 'zod';

import { option } from './option.ts';

/** How the gateway proves itself to agencies. */
export const signingOptions = z.object({
  keyFile: option(z.string().min(1).optional(), {
    description:
      'Ed25519 key pair (a JSON Web Key, or a set of which the first signs) that tells agencies who asks. Without it requests are not signed, and agencies refuse them.',
    flag: '--signing-key-file',
    environment: 'RESIDENT_GRAPH_SIGNING_KEY_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  secretsFile: option(z.string().min(1).optional(), {
    description:
      'JSON object of the secrets that are shared with agencies: by agency a base64 of 32 bytes or more, or a list of which the first signs.',
    flag: '--signing-secrets-file',
    environment: 'RESIDENT_GRAPH_SIGNING_SECRETS_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  secrets: option(z.array(z.string().regex(/^[^=]+=.+$/)).default([]), {
    description: 'The same without a file: agency=secret. These go before those of the file.',
    flag: '--signing-secrets',
    environment: 'RESIDENT_GRAPH_SIGNING_SECRETS',
    placeholder: 'pairs',
    isSecret: true,
  }),
  algorithm: option(z.enum(['hmac-sha256', 'ed25519']).default('hmac-sha256'), {
    description:
      "How each request is signed: by the agency's secret, which costs least, or by the gateway's key, which only the gateway has.",
    flag: '--signing-algorithm',
    environment: 'RESIDENT_GRAPH_SIGNING_ALGORITHM',
    placeholder: 'hmac-sha256|ed25519',
  }),
  publicUrl: option(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      'Address under which agencies ask this gateway for decisions, if a proxy stands between. Without it, http and the Host header.',
    flag: '--signing-public-url',
    environment: 'RESIDENT_GRAPH_SIGNING_PUBLIC_URL',
    placeholder: 'url',
  }),
});
