import type { OperatorEntry } from './catalogue-entry.ts';

/** Errors that stop or warn whoever runs the gateway and never leave it. */
export const operatorErrors = {
  CONFIGURATION_INVALID: {
    audience: 'operator',
    message: 'The configuration is not valid.',
    remedy: 'Correct each key that is named.',
    description: 'A key is unknown, missing or has a wrong value; the gateway does not start.',
  },
  KEYS_UNREADABLE: {
    audience: 'operator',
    message: 'The keys that sign tokens cannot be read.',
    remedy: 'Give a JSON Web Key Set in authentication.jwksFile or authentication.jwksUrl.',
    description: 'The key set is missing, is not JSON, or holds a key that must not be there.',
  },
  SIGN_IN_UNUSABLE: {
    audience: 'operator',
    message: 'Nobody could sign in as it is configured.',
    remedy: 'Correct signIn.clientSecretFile or signIn.clientKeyFile, or enforce authorization.',
    description: "The client's secret or key cannot be read, or there is no database to keep sessions in.",
  },
  SIGNING_KEYS_UNREADABLE: {
    audience: 'operator',
    message: 'The keys that requests to agencies are signed with cannot be read.',
    remedy:
      'Give an Ed25519 key pair as a JSON Web Key in signing.keyFile, and a secret of each agency in signing.secretsFile or signing.secrets.',
    description:
      'A file is missing or is not JSON, a key is no Ed25519 pair, or a secret is no base64 of 32 bytes.',
  },
  TRUSTED_DOCUMENTS_UNREADABLE: {
    audience: 'operator',
    message: 'The trusted documents cannot be read.',
    remedy:
      "Write the file of operations.trustedDocuments in the format of Apollo's persisted query manifest.",
    description: 'The file is missing, is no manifest, or holds a document that is not served.',
  },
  SUPERGRAPH_UNREADABLE: {
    audience: 'operator',
    message: 'The supergraph cannot be read.',
    remedy: "Write supergraph.yaml in Rover's format, or give a composed supergraph.",
    description: 'The file is missing, is neither YAML nor a composed supergraph, or lacks something.',
  },
  SCHEMA_UNREADABLE: {
    audience: 'operator',
    message: "A subgraph's schema cannot be read.",
    remedy: 'Correct the path in supergraph.yaml or the syntax of the schema.',
    description: 'A schema file that supergraph.yaml names is missing or is not GraphQL.',
  },
  COMPOSITION_FAILED: {
    audience: 'operator',
    message: 'The subgraphs do not compose.',
    remedy: 'Correct the type or field that is named, in the subgraph that is named.',
    description: 'The rules of federation do not let these schemas stand in one graph.',
  },
  LABEL_MISSING: {
    audience: 'operator',
    message: 'A field has no data category.',
    remedy: 'Put @policy(policies: [["…"]]) on the field or on its type.',
    description: 'Nothing says which agreements and statutes govern the field.',
  },
  LABEL_EMPTY: {
    audience: 'operator',
    message: 'A label names no data category.',
    remedy: 'Name at least one category in each list of @policy.',
    description: 'An empty list would permit everybody or nobody, depending on who reads it.',
  },
  LABEL_UNKNOWN: {
    audience: 'operator',
    message: 'A label names a data category that the catalogue does not have.',
    remedy: 'Correct the name, or describe the category in categories.yaml.',
    description: 'No agreement and no statute can speak of a category that nobody has described.',
  },
  LABEL_WEAKER_THAN_INTERFACE: {
    audience: 'operator',
    message: 'A field needs less than the field of the interface that it implements.',
    remedy: "Add the categories of the interface's field to the field's label.",
    description: 'Whoever asks through the type would go past what asking through the interface needs.',
  },
  LABELLED_FIELD_NOT_NULLABLE: {
    audience: 'operator',
    message: 'A labelled field cannot be null.',
    remedy: 'Take the exclamation mark away.',
    description: 'Withholding the field would take its parent away as well.',
  },
  CATEGORIES_UNREADABLE: {
    audience: 'operator',
    message: 'The catalogue of data categories cannot be read.',
    remedy: 'Give each category name, description, agency, authority and sensitivity.',
    description: 'categories.yaml is missing, is not YAML, or lacks something.',
  },
  CATEGORY_UNUSED: {
    audience: 'operator',
    message: 'A data category labels no field.',
    remedy: 'Take the category out of the catalogue, or label the fields that it was meant for.',
    description: 'The catalogue describes a category that no schema uses.',
  },
  CATEGORY_OF_ANOTHER_AGENCY: {
    audience: 'operator',
    message: "A field is labelled with another agency's data category.",
    remedy: 'Use a category of the agency that holds the data.',
    description: 'A category belongs to the agency that holds its data, and only that agency labels with it.',
  },
  PLAN_NOT_PERMITTED: {
    audience: 'operator',
    message: 'A plan asks an agency for a field that is denied.',
    remedy: "Look at the field's @requires and at the agreements that grant what it needs.",
    description:
      'The plan of an operation would have fetched what the policy denies; the operation was refused before any agency was asked.',
  },
  POLICY_NOT_COMPILED: {
    audience: 'operator',
    message: 'The policy in force cannot be compiled.',
    remedy: 'Look at the cause; until then every operation is refused.',
    description: 'Agreements, statutes, restrictions and the supergraph do not make a policy together.',
  },
  CATEGORY_ARGUMENT_UNKNOWN: {
    audience: 'operator',
    message: 'A data category names an argument that no schema has.',
    remedy: "Correct the coordinate to one of the agency's own schema, or take it out of the catalogue.",
    description: 'An argument or input field that a category should guard is guarded by nothing.',
  },
  LABEL_WEAKER_THAN_NODES: {
    audience: 'operator',
    message: 'A page needs less than its nodes.',
    remedy: "Add the categories of the nodes to the field's label.",
    description:
      'How many nodes a page has, and that there are any, would be shown to somebody who may not see the nodes.',
  },
  ARGUMENT_UNGUARDED: {
    audience: 'operator',
    message: 'No data category names an argument.',
    remedy:
      'Name the argument in the catalogue, under `arguments` of each category of which its value says something.',
    description:
      'What filters, sorts or writes is refused to everybody before somebody has said what it tells of; only paging and ids of what is returned are free.',
  },
  AGREEMENTS_UNREADABLE: {
    audience: 'operator',
    message: 'An agreement cannot be read.',
    remedy: 'Write the file as agreement.schema.json beside the agreements says.',
    description: 'The folder or a file is missing, is not YAML, lacks something or has an unknown key.',
  },
  AGREEMENT_INVALID: {
    audience: 'operator',
    message: 'An agreement says something that cannot be.',
    remedy: 'Correct the key that is named, and let the officers sign again.',
    description:
      "An unknown category or another agency's, a term that is longer than its statute permits, a repeated id, and the like.",
  },
  AGREEMENT_NOT_SIGNED: {
    audience: 'operator',
    message: 'An agreement is not signed as it stands.',
    remedy: 'Let an officer of each party sign the hash that is named.',
    description:
      'Signed, in force or suspended, and a signature of the provider or of a recipient is missing or is over another content.',
  },
  AGREEMENT_FORBIDDEN: {
    audience: 'operator',
    message: 'An agreement grants what a statute forbids.',
    remedy: 'Take the category out of the grant, or name recipients and purposes that the statute permits.',
    description:
      'Whoever the resident is, the statute denies the category to every recipient for every purpose of the grant.',
  },
  LEDGER_UNUSABLE: {
    audience: 'operator',
    message: 'The ledger cannot be used.',
    remedy: 'Repair what is named, or restore the ledger from its copy; nothing is served without a record.',
    description: 'The folder cannot be written, or what is in it does not fit together.',
  },
  INSTANT_UNUSABLE: {
    audience: 'operator',
    message: 'An instant is none that can be used.',
    remedy: 'Write it as in RFC 3339, such as 2026-01-31T08:30:00Z, and none that lies ahead.',
    description: 'An option of a command is no instant, or one that has not come yet.',
  },
  REQUEST_LOG_UNREADABLE: {
    audience: 'operator',
    message: "Lines of an agency's log of requests cannot be read, and were left out.",
    remedy:
      'Look at the lines that are named: of what was written when a process or a disk failed a part may be there, and everything else was changed.',
    description: 'A line is no JSON object with the fields of a request.',
  },
  GOVERNANCE_UNUSABLE: {
    audience: 'operator',
    message: 'The governance database cannot be used.',
    remedy: 'Give the address of a database that answers in governance.database, and install its driver.',
    description:
      'Consents, relationships, emergencies and restrictions cannot be read, and nothing could be decided without them.',
  },
  DESCRIPTION_MISSING: {
    audience: 'operator',
    message: 'An element of the schema has no description.',
    remedy: "Say what it means, its unit and the standard's element.",
    description: 'A type, field, argument, enum value or scalar without a description.',
  },
  BREAKING_CHANGE: {
    audience: 'operator',
    message: 'The change breaks clients.',
    remedy: 'Deprecate first, and remove in a later release.',
    description: 'Something that the committed supergraph promises is gone or narrower.',
  },
} as const satisfies Record<string, OperatorEntry>;
