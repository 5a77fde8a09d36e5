export { BehavioralHealthSection } from './behavioral-health.tsx';
export { BenefitsSection } from './benefits.tsx';
export { HousingSection } from './housing.tsx';
export { JusticeSection } from './justice.tsx';
