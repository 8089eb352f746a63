/** Facts of a run that do not change while it trains. */
import { useEffect, useState } from 'preact/hooks';
import type { DetailsAnswer, Notice } from '../answers.js';

export type Details =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: DetailsAnswer }
  | { readonly state: 'refused'; readonly notice: Notice };

/** The details of runs by their paths. @param isLive Asks again once the server is there. */
export function useDetails(
  paths: readonly string[],
  isLive: boolean,
): ReadonlyMap<string, Details> {
  const [details, setDetails] = useState<ReadonlyMap<string, Details>>(new Map());
  useEffect(() => {
    if (!isLive) return;
    for (const path of paths) {
      void load(path).then((loaded) => {
        setDetails((known) => new Map(known).set(path, loaded));
      });
    }
  }, [paths.join('\n'), isLive]);
  return details;
}

async function load(path: string): Promise<Details> {
  try {
    const response = await fetch(`/details?${new URLSearchParams({ run: path }).toString()}`);
    // The server and the page share the types.
    return response.ok
      ? { state: 'here', value: (await response.json()) as DetailsAnswer }
      : { state: 'refused', notice: (await response.json()) as Notice };
  } catch {
    return { state: 'loading' };
  }
}
