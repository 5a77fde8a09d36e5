import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useShell } from './shell-context.ts';

/** A component whose code is loaded when it is first shown, so that the first view needs little. */
export function loadedWhenShown<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return loadedBy(useLayoutEffect, load);
}

/** The same for what lies further down: first everything around it is painted, and can be read meanwhile. */
export function loadedWhenPainted<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return loadedBy(useEffect, load);
}

function loadedBy<Props extends object>(
  useLoading: typeof useEffect,
  load: () => Promise<ComponentType<Props>>,
) {
  let loaded: ComponentType<Props> | null = null;
  return function Loaded(props: Props) {
    const { say, code } = useShell().speech;
    const [isMissing, setMissing] = useState(false);
    const [Component, setComponent] = useState<ComponentType<Props> | null>(() => loaded);
    useLoading(() => {
      if (Component) return;
      load().then(
        (component) => {
          loaded = component;
          setComponent(() => component);
        },
        () => setMissing(true),
      );
    }, []);
    if (isMissing)
      return (
        <p class="error" role="alert">
          {code('refused', 'UNREACHABLE')}{' '}
          <button class="why" type="button" onClick={() => location.reload()}>
            {say('nothing.retry')}
          </button>
        </p>
      );
    return Component ? <Component {...props} /> : <p class="loading">{say('shell.loading')}</p>;
  };
}
