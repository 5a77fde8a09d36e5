export { assignOneToOne } from './assign-one-to-one.ts';
export { cluster, type ClusterOptions, type Edges } from './cluster.ts';
