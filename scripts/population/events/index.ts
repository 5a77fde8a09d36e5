export { drawArrest } from './draw-arrest.ts';
export { drawBenefit } from './draw-benefit.ts';
export { drawHomelessness } from './draw-homelessness.ts';
export { drawMentalHealth } from './draw-mental-health.ts';
export { drawTreatment } from './draw-treatment.ts';
export type { EventOf } from './event-of.ts';
