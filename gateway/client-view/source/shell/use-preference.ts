import { useCallback, useState } from 'preact/hooks';

/**
 * A choice about the page itself, never about a person: language and theme stay in the browser, the purpose of
 * use in the tab.
 */
export function usePreference(
  name: 'language' | 'theme' | 'purpose',
): readonly [string | null, (value: string | null) => void] {
  const storage = name === 'purpose' ? sessionStorage : localStorage;
  const [value, setValue] = useState(() => storage.getItem(name));
  const choose = useCallback(
    (next: string | null): void => {
      if (next === null) storage.removeItem(name);
      else storage.setItem(name, next);
      setValue(next);
    },
    [name, storage],
  );
  return [value, choose];
}
