import { z } from 'zod';

import { option } from './option.ts';

/** Signature algorithms of tokens that the gateway can verify: asymmetric ones only (RFC 8725, section 3.1). */
const signatureAlgorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'] as const;

/** Who may call, and how tokens are verified. */
export const authenticationOptions = z.object({
  allowAnonymous: option(z.boolean().default(false), {
    description: 'Whether requests without a token are served. For development; refused in production.',
    flag: '--allow-anonymous',
    environment: 'RESIDENT_GRAPH_ALLOW_ANONYMOUS',
    placeholder: 'true|false',
  }),
  issuer: option(z.string().min(1).optional(), {
    description: 'Identity provider: the "iss" that every token must carry.',
    flag: '--issuer',
    environment: 'RESIDENT_GRAPH_ISSUER',
    placeholder: 'text',
  }),
  audience: option(z.string().min(1).optional(), {
    description: 'This gateway: the "aud" that every token must name.',
    flag: '--audience',
    environment: 'RESIDENT_GRAPH_AUDIENCE',
    placeholder: 'text',
  }),
  jwksFile: option(z.string().min(1).optional(), {
    description: "File with the identity provider's public keys (RFC 7517). Read again when it changes.",
    flag: '--jwks-file',
    environment: 'RESIDENT_GRAPH_JWKS_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  jwksUrl: option(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      "Address of the identity provider's public keys, in place of a file. http only for loopback, and not in production.",
    flag: '--jwks-url',
    environment: 'RESIDENT_GRAPH_JWKS_URL',
    placeholder: 'url',
    isSecret: true,
  }),
  algorithms: option(
    z.array(z.enum(signatureAlgorithms)).min(1).default(['EdDSA', 'ES256', 'RS256', 'PS256']),
    {
      description: 'Signature algorithms that are accepted.',
      flag: '--algorithms',
      environment: 'RESIDENT_GRAPH_ALGORITHMS',
      placeholder: 'names',
    },
  ),
  tokenTypes: option(z.array(z.string().min(1)).min(1).default(['at+jwt', 'JWT']), {
    description: 'Values of the token\'s "typ" header that are accepted (RFC 9068: at+jwt).',
    flag: '--token-types',
    environment: 'RESIDENT_GRAPH_TOKEN_TYPES',
    placeholder: 'names',
  }),
  clockToleranceSeconds: option(z.int().min(0).max(60).default(5), {
    description: "How far the identity provider's clock may be off.",
    flag: '--clock-tolerance-seconds',
    environment: 'RESIDENT_GRAPH_CLOCK_TOLERANCE_SECONDS',
    placeholder: 'seconds',
  }),
  tokenCacheSize: option(z.int().min(1).max(1_000_000).default(10_000), {
    description: 'How many verified tokens are remembered. Each until it expires, a minute at most.',
    flag: '--token-cache-size',
    environment: 'RESIDENT_GRAPH_TOKEN_CACHE_SIZE',
    placeholder: 'number',
  }),
  agencyClaim: option(z.string().min(1).default('agency'), {
    description:
      'The claim that names the agency for which somebody works. Dots lead into objects, here and below.',
    flag: '--agency-claim',
    environment: 'RESIDENT_GRAPH_AGENCY_CLAIM',
    placeholder: 'name',
  }),
  rolesClaim: option(z.string().min(1).default('roles'), {
    description: 'The claim that lists the roles, for instance realm_access.roles.',
    flag: '--roles-claim',
    environment: 'RESIDENT_GRAPH_ROLES_CLAIM',
    placeholder: 'name',
  }),
  purposesOfUseClaim: option(z.string().min(1).default('purposes_of_use'), {
    description:
      'The claim that lists the purposes of use that are permitted, besides scopes such as purpose:TREAT.',
    flag: '--purposes-of-use-claim',
    environment: 'RESIDENT_GRAPH_PURPOSES_OF_USE_CLAIM',
    placeholder: 'name',
  }),
  residentIdClaim: option(z.string().min(1).default('resident_id'), {
    description: 'The claim that names the resident who somebody is.',
    flag: '--resident-id-claim',
    environment: 'RESIDENT_GRAPH_RESIDENT_ID_CLAIM',
    placeholder: 'name',
  }),
  trainingsClaim: option(z.string().min(1).default('trainings'), {
    description: 'The claim that lists completed trainings.',
    flag: '--trainings-claim',
    environment: 'RESIDENT_GRAPH_TRAININGS_CLAIM',
    placeholder: 'name',
  }),
  assuranceLevelClaim: option(z.string().min(1).default('assurance_level'), {
    description: 'The claim that tells how sure the identity is, 1 to 3.',
    flag: '--assurance-level-claim',
    environment: 'RESIDENT_GRAPH_ASSURANCE_LEVEL_CLAIM',
    placeholder: 'name',
  }),
});
