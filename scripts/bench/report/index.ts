export { markdownReport } from './markdown-report.ts';
