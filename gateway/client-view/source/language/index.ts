export type { MessageKey } from './messages/english.ts';
export { englishSpeech, loadSpeech, type Language, type Speech } from './translate.ts';
