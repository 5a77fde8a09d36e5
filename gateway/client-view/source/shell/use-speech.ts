import { useEffect, useState } from 'preact/hooks';
import { englishSpeech, loadSpeech, type Language, type Speech } from '../language/index.ts';
import { usePreference } from './use-preference.ts';

/** The language that was chosen, or else the browser's first that the page speaks. */
export function useSpeechChoice(): readonly [Speech, (language: Language) => void] {
  const [chosen, choose] = usePreference('language');
  const [speech, setSpeech] = useState<Speech>(englishSpeech);
  const language: Language = (chosen ?? navigator.language).startsWith('es') ? 'es' : 'en';
  useEffect(() => {
    let isWanted = true;
    void loadSpeech(language).then((loaded) => isWanted && setSpeech(loaded));
    document.documentElement.lang = language;
    return () => {
      isWanted = false;
    };
  }, [language]);
  return [speech, choose];
}
