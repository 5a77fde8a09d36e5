export { ResidentContext, useResident, type Resident, type ResidentView } from './resident-context.ts';
export { Fact, Shown } from './shown.tsx';
export { useResidentView } from './use-resident-view.ts';
