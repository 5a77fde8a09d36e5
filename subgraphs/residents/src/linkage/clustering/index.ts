export { assignOneToOne } from './assign-one-to-one.ts';
export { cluster, type Edges } from './cluster.ts';
