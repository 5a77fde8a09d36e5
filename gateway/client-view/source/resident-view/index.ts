export { ResidentContext, useResident, type Resident } from './resident-context.ts';
export { Fact, Shown } from './shown.tsx';
export { useResidentView } from './use-resident-view.ts';
