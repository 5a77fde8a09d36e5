export { signIn } from './sign-in.ts';
export { takeScreenshots } from './take-screenshots.ts';
