export { App } from './app.tsx';
export { Link } from './link.tsx';
export { loadedWhenPainted, loadedWhenShown } from './loaded-when-shown.tsx';
export { useShell, useSpeech, type Shell } from './shell-context.ts';
export { useAnswer, type Asked } from './use-answer.ts';
export { usePages } from './use-pages.ts';
