export type { Connection } from './connection.ts';
export { connectionOf } from './connection-of.ts';
export { pageByKey } from './page-by-key.ts';
export type { PageLoader } from './page-by-key.ts';
export { pageSize } from './page-size.ts';
