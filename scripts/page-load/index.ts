export { measurePage } from './measure-page.ts';
export type { PageFigures } from './measure-page.ts';
