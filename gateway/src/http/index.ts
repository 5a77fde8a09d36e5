export type { HttpServer, HttpServerOptions } from './http-server.ts';
export { createHttpServer } from './http-server.ts';
