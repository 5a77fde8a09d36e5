export { measureRevocation } from './measure-revocation.ts';
