export { drawArrest } from './drawArrest.ts';
export { drawBenefit } from './drawBenefit.ts';
export { drawHomelessness } from './drawHomelessness.ts';
export { drawMentalHealth } from './drawMentalHealth.ts';
export { drawTreatment } from './drawTreatment.ts';
export type { EventOf } from './eventOf.ts';
