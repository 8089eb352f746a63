/** Views of the page, as the part of its address behind `#` names them. */
import { useEffect, useState } from 'preact/hooks';

export type Route =
  | { readonly view: 'list' }
  | { readonly view: 'run'; readonly run: string }
  | { readonly view: 'comparison'; readonly runs: readonly string[] };

export function hashOf(route: Route): string {
  if (route.view === 'list') return '#/';
  if (route.view === 'run') return `#/run?${new URLSearchParams({ run: route.run }).toString()}`;
  return `#/compare?${new URLSearchParams(route.runs.map((run) => ['run', run])).toString()}`;
}

function routeOf(hash: string): Route {
  const [view = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const runs = new URLSearchParams(query).getAll('run');
  const [run] = runs;
  if (run === undefined) return { view: 'list' };
  return view === 'compare' ? { view: 'comparison', runs } : { view: 'run', run };
}

/** The view that the address names, also once it has changed. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setRoute(routeOf(location.hash));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  return route;
}
