export { takeScreenshots, type ScreenshotOptions } from './take-screenshots.ts';
