export { Simulator } from './simulator.tsx';
