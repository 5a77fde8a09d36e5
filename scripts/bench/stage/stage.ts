import type { openIssuer } from '../../demo/index.ts';

/** What all contenders of one scenario find: the same subgraphs, and the same graph in their own formats. */
export interface Stage {
  /** Temporary; everything that a contender writes goes there. */
  readonly folder: string;
  /** Our own gateway's command line, without its command. */
  readonly gatewayCommand: readonly string[];
  /** Rover's format, with the schemas as their agencies wrote them. */
  readonly supergraphFile: string;
  /** Composed, without `@policy`, `@requiresScopes` and `@authenticated`, which some contenders refuse. */
  readonly composedFile: string;
  readonly subgraphs: readonly StagedSubgraph[];
  readonly issuer: Awaited<ReturnType<typeof openIssuer>>;
  readonly request: GraphQLRequest;
  /** Whether gateways may answer different requests from one fetch, where they do so by default. */
  readonly isSharing: boolean;
}

/** A canned subgraph. */
export interface StagedSubgraph {
  readonly name: string;
  readonly url: string;
  readonly port: number;
  /** Without security directives. */
  readonly schemaFile: string;
}

/** The request that every contender is sent, to its own address. */
export interface GraphQLRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
