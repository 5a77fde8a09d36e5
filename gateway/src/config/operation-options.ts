import { z } from 'zod';

import { option } from './option.ts';

/** What clients may ask. Each limit is checked before anything that costs more than the limit's own check. */
export const operationOptions = z.object({
  introspection: option(z.boolean().default(true), {
    description:
      'Whether clients may ask for the schema or download it, and errors may suggest names from it. What /docs tells of it, http.documentation decides.',
    flag: '--introspection',
    environment: 'RESIDENT_GRAPH_INTROSPECTION',
    placeholder: 'true|false',
    productionDefault: false,
  }),
  maximumBytes: option(z.int().min(64).max(1_048_576).default(65_536), {
    description: 'Longest document, in bytes of UTF-8.',
    flag: '--maximum-document-bytes',
    environment: 'RESIDENT_GRAPH_MAXIMUM_DOCUMENT_BYTES',
    placeholder: 'bytes',
  }),
  maximumTokens: option(z.int().min(10).max(20_000).default(5000), {
    description: 'Most lexical tokens of a document.',
    flag: '--maximum-tokens',
    environment: 'RESIDENT_GRAPH_MAXIMUM_TOKENS',
    placeholder: 'number',
  }),
  maximumDepth: option(z.int().min(1).max(100).default(24), {
    description: 'Deepest nesting of fields, fragments expanded.',
    flag: '--maximum-depth',
    environment: 'RESIDENT_GRAPH_MAXIMUM_DEPTH',
    placeholder: 'levels',
  }),
  maximumAliases: option(z.int().min(0).max(10_000).default(200), {
    description: 'Most aliases of an operation, fragments expanded.',
    flag: '--maximum-aliases',
    environment: 'RESIDENT_GRAPH_MAXIMUM_ALIASES',
    placeholder: 'number',
  }),
  maximumRootFields: option(z.int().min(1).max(1000).default(20), {
    description: 'Most fields at the root of an operation, fragments expanded.',
    flag: '--maximum-root-fields',
    environment: 'RESIDENT_GRAPH_MAXIMUM_ROOT_FIELDS',
    placeholder: 'number',
  }),
  maximumSelections: option(z.int().min(1).max(1_000_000).default(10_000), {
    description: 'Most selections of an operation, fragments expanded.',
    flag: '--maximum-selections',
    environment: 'RESIDENT_GRAPH_MAXIMUM_SELECTIONS',
    placeholder: 'number',
  }),
  maximumComparisons: option(z.int().min(1).max(1_000_000).default(50_000), {
    description:
      'Most comparisons of fields that are selected several times under one name, fragments expanded; each selection counts too.',
    flag: '--maximum-comparisons',
    environment: 'RESIDENT_GRAPH_MAXIMUM_COMPARISONS',
    placeholder: 'number',
  }),
  maximumDirectives: option(z.int().min(0).max(10_000).default(200), {
    description: 'Most directives of an operation, fragments expanded.',
    flag: '--maximum-directives',
    environment: 'RESIDENT_GRAPH_MAXIMUM_DIRECTIVES',
    placeholder: 'number',
  }),
  maximumValues: option(z.int().min(0).max(1_000_000).default(2000), {
    description: 'Most values in literals, items of lists and fields of objects each, fragments expanded.',
    flag: '--maximum-values',
    environment: 'RESIDENT_GRAPH_MAXIMUM_VALUES',
    placeholder: 'number',
  }),
  maximumNesting: option(z.int().min(1).max(1000).default(64), {
    description: 'Deepest nesting of selection sets, literals and list types, fragments expanded.',
    flag: '--maximum-nesting',
    environment: 'RESIDENT_GRAPH_MAXIMUM_NESTING',
    placeholder: 'levels',
  }),
  maximumVariables: option(z.int().min(0).max(10_000).default(200), {
    description: 'Most variables that an operation declares.',
    flag: '--maximum-variables',
    environment: 'RESIDENT_GRAPH_MAXIMUM_VARIABLES',
    placeholder: 'number',
  }),
  maximumDefinitions: option(z.int().min(1).max(10_000).default(100), {
    description: 'Most operations and fragments of a document.',
    flag: '--maximum-definitions',
    environment: 'RESIDENT_GRAPH_MAXIMUM_DEFINITIONS',
    placeholder: 'number',
  }),
  trustedDocuments: option(z.string().min(1).optional(), {
    description:
      "File of documents that are planned ahead, in the format of Apollo's persisted query manifest.",
    flag: '--trusted-documents',
    environment: 'RESIDENT_GRAPH_TRUSTED_DOCUMENTS',
    placeholder: 'file',
    isPath: true,
  }),
  acceptOnlyTrusted: option(z.boolean().default(false), {
    description: 'Whether every other document is refused.',
    flag: '--accept-only-trusted',
    environment: 'RESIDENT_GRAPH_ACCEPT_ONLY_TRUSTED',
    placeholder: 'true|false',
  }),
  persistedDocumentBytes: option(z.int().min(65_536).max(1_073_741_824).default(4_194_304), {
    description: 'How much text of documents that clients register by their hash is remembered, in bytes.',
    flag: '--persisted-document-bytes',
    environment: 'RESIDENT_GRAPH_PERSISTED_DOCUMENT_BYTES',
    placeholder: 'bytes',
  }),
  documentCacheBytes: option(z.int().min(65_536).max(1_073_741_824).default(4_194_304), {
    description: 'How much text of documents is remembered parsed and validated, in bytes of source text.',
    flag: '--document-cache-bytes',
    environment: 'RESIDENT_GRAPH_DOCUMENT_CACHE_BYTES',
    placeholder: 'bytes',
  }),
});
