export { createMentalHealthRecords } from './create-mental-health-records.ts';
export { createProvidersAndClients } from './create-providers-and-clients.ts';
export { createTreatmentRecords } from './create-treatment-records.ts';
