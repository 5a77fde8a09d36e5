export type {
  Documentation,
  DocumentationPage,
  DocumentationReader,
  DocumentationSources,
} from './documentation.ts';
export { createDocumentation } from './documentation.ts';
