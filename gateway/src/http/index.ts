export type { DocumentationServices } from './documentation-routes.ts';
export { createHttpServer } from './http-server.ts';
