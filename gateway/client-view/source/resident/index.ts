export { ResidentPage } from './resident-page.tsx';
export { ResidentScreen } from './resident-screen.tsx';
