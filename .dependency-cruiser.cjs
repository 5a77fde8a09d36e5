/** The directions in which imports may go, each with the reason why. */
const below = (folder, allowed) => ({
  name: `gateway-${folder}-imports-downwards`,
  comment: `Imports go downwards only, so that ${folder}/ can be understood and replaced without what stands on it.`,
  severity: 'error',
  from: { path: `^gateway/src/${folder}/` },
  to: { path: '^gateway/src/[^/]+/', pathNot: `^gateway/src/(${[folder, ...allowed].join('|')})/` },
});

const foundation = ['config', 'telemetry', 'errors'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files in a cycle can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'through-the-door',
      comment: "A folder's index.ts is its door; what lies behind it may change without notice.",
      severity: 'error',
      from: { path: '^(gateway|subgraphs/[^/]+)/src/([^/]+)/' },
      to: {
        path: '^(gateway|subgraphs/[^/]+)/src/[^/]+/.+',
        pathNot: ['^$1/src/$2/', '^(gateway|subgraphs/[^/]+)/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'through-the-door-from-the-top',
      comment: 'The files at the top of a package use its folders by their doors as everybody does.',
      severity: 'error',
      from: { path: '^(gateway|subgraphs/[^/]+)/src/[^/]+\\.ts$' },
      to: {
        path: '^(gateway|subgraphs/[^/]+)/src/[^/]+/.+',
        pathNot: '^(gateway|subgraphs/[^/]+)/src/[^/]+/index\\.ts$',
      },
    },
    {
      name: 'gateway-knows-no-agency',
      comment: 'The gateway and the agencies share a wire contract, not code.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'agency-knows-no-gateway',
      comment: 'An agency installs the kit and a database driver, and nothing of the gateway.',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|scripts|tests)/' },
    },
    {
      name: 'agency-imports-only-the-kit',
      comment: 'Each agency deploys alone; what it needs from a library comes through the kit.',
      severity: 'error',
      from: { path: '^subgraphs/(?!kit/)([^/]+)/src/' },
      to: {
        pathNot: ['^subgraphs/$1/src/', '^subgraphs/kit/src/index\\.ts$', '^node:', '^(crypto|fs|path|url)$'],
      },
    },
    {
      name: 'kit-knows-no-agency',
      comment: 'The kit serves every agency alike.',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^subgraphs/(?!kit/)' },
    },
    {
      name: 'federation-planning-in-one-place',
      comment:
        'The composition and planning libraries are licensed and heavy: one folder holds them, besides the reference engine.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '^gateway/src/(supergraph|execution/reference-engine)/' },
      to: { path: 'node_modules/@apollo/(composition|query-planner|federation-internals|query-graphs)' },
    },
    {
      name: 'reference-engine-in-one-place',
      comment: '@apollo/gateway is the reference engine and nothing else.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '^gateway/src/execution/reference-engine/' },
      to: { path: 'node_modules/@apollo/gateway' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What ships must not need what does not.',
      severity: 'error',
      from: { path: '^(gateway|subgraphs/[^/]+)/src/' },
      to: { path: '/tests/' },
    },
    below('cli', [
      'http',
      'pipeline',
      'authorization',
      'governance',
      'authentication',
      'operation',
      'supergraph',
      'execution',
      'ledger',
      ...foundation,
    ]),
    below('http', ['pipeline', 'authentication', 'operation', 'supergraph', 'execution', ...foundation]),
    below('pipeline', [
      'authorization',
      'governance',
      'authentication',
      'operation',
      'supergraph',
      'execution',
      'ledger',
      ...foundation,
    ]),
    below('documentation', ['authorization', 'authentication', 'supergraph', ...foundation]),
    below('authorization', ['governance', 'authentication', 'execution', 'supergraph', ...foundation]),
    below('governance', ['authentication', ...foundation]),
    below('authentication', foundation),
    below('operation', ['supergraph', ...foundation]),
    below('execution', ['supergraph', ...foundation]),
    below('supergraph', foundation),
    below('ledger', ['governance', 'authentication', ...foundation]),
    below('config', ['errors']),
    below('telemetry', ['errors']),
    below('errors', []),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main'],
    },
  },
};
