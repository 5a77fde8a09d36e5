export type { MessageKey } from './messages/english.ts';
export { englishSpeech, filled, loadSpeech, type Language, type Speech } from './translate.ts';
