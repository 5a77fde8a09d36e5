import { configurationTable, errorTable } from '@resident-graph/gateway';
import { replaceSection } from './replace-section.ts';

/** The README with the sections that come from the code as they are now. */
export function withGeneratedSections(readme: string): string {
  return replaceSection(
    replaceSection(readme, 'errors', errorTable()),
    'configuration',
    configurationTable(),
  );
}
