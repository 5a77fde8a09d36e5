export { takeScreenshots } from './take-screenshots.ts';
