/** The editor's workers are files of this gateway, beside the explorer's own; their names never change. */
const folder = '/explorer/assets/';

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_: string, label: string): Worker =>
      new Worker(`${folder}${nameOf(label)}.worker.js`, { type: 'module' }),
  },
});

function nameOf(label: string): string {
  return label === 'json' || label === 'graphql' ? label : 'editor';
}
