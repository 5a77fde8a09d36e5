import { useLayoutEffect } from 'preact/hooks';
import { usePreference } from './use-preference.ts';

/** Light, dark, or as the system is set. */
export type Theme = 'light' | 'dark' | 'system';

/** The theme that was chosen. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [chosen, choose] = usePreference('theme');
  const theme: Theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return [theme, (next) => choose(next === 'system' ? null : next)];
}
