export { AgreementScreen } from './agreement-screen.tsx';
export { Agreements } from './agreements.tsx';
