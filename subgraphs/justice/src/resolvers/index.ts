export { booking } from './booking.ts';
export { bookingDetails } from './booking-details.ts';
export { courtCase } from './court-case.ts';
export { lists } from './lists.ts';
export { resident } from './resident.ts';
