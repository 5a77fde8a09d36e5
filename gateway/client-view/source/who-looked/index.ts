export { WhoLooked } from './who-looked.tsx';
