import { z } from 'zod';

import { option } from './option.ts';

const perMinute = z.coerce.number().int().min(1).max(1_000_000);

/** How people sign in by a browser, with an OpenID provider. */
export const signInOptions = z.object({
  issuer: option(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      'OpenID provider where people sign in: its issuer identifier. Without it nobody signs in by a browser. http only for loopback, and not in production.',
    flag: '--sign-in-issuer',
    environment: 'RESIDENT_GRAPH_SIGN_IN_ISSUER',
    placeholder: 'url',
  }),
  clientId: option(z.string().min(1).max(256).default('resident-graph'), {
    description:
      'As whom this gateway is registered with the provider. Becomes the application of who signs in.',
    flag: '--sign-in-client-id',
    environment: 'RESIDENT_GRAPH_SIGN_IN_CLIENT_ID',
    placeholder: 'text',
  }),
  clientKeyFile: option(z.string().min(1).optional(), {
    description:
      'Private key (a JSON Web Key with its "alg") by which this gateway proves itself to the provider (private_key_jwt).',
    flag: '--sign-in-client-key-file',
    environment: 'RESIDENT_GRAPH_SIGN_IN_CLIENT_KEY_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  clientSecretFile: option(z.string().min(1).optional(), {
    description: 'File with the secret that is shared with the provider, in place of a key.',
    flag: '--sign-in-client-secret-file',
    environment: 'RESIDENT_GRAPH_SIGN_IN_CLIENT_SECRET_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  publicUrl: option(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      'Address under which browsers know this gateway; /sign-in/callback there is registered with the provider. http only for loopback, and not in production.',
    flag: '--sign-in-public-url',
    environment: 'RESIDENT_GRAPH_SIGN_IN_PUBLIC_URL',
    placeholder: 'url',
  }),
  scopes: option(
    z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/))
      .min(1)
      .default(['openid', 'profile']),
    {
      description: 'What is asked of the provider; openid is needed.',
      flag: '--sign-in-scopes',
      environment: 'RESIDENT_GRAPH_SIGN_IN_SCOPES',
      placeholder: 'names',
    },
  ),
  stepUpAcrValues: option(z.array(z.string().regex(/^\S+$/)).default([]), {
    description:
      'Authentication contexts of which one is needed to break the glass. None: whatever the provider asks for again.',
    flag: '--sign-in-step-up-acr-values',
    environment: 'RESIDENT_GRAPH_SIGN_IN_STEP_UP_ACR_VALUES',
    placeholder: 'names',
  }),
  maximumPerMinute: option(perMinute.default(600), {
    description: 'Most times that somebody begins to sign in, in a minute and a process.',
    flag: '--sign-in-maximum-per-minute',
    environment: 'RESIDENT_GRAPH_SIGN_IN_MAXIMUM_PER_MINUTE',
    placeholder: 'number',
  }),
  maximumPerMinutePerSource: option(perMinute.default(120), {
    description:
      'Most of these from one address. Behind a proxy everybody has its address: give the same as for all.',
    flag: '--sign-in-maximum-per-minute-per-source',
    environment: 'RESIDENT_GRAPH_SIGN_IN_MAXIMUM_PER_MINUTE_PER_SOURCE',
    placeholder: 'number',
  }),
});
