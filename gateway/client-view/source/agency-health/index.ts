export { AgencyHealth } from './agency-health.tsx';
