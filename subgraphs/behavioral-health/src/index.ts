export { behavioralHealth } from './behavioral-health.ts';
