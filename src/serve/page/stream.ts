/** The events of the server, also after it was away. */
import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '../answers.js';

export interface Connection {
  readonly state: 'connecting' | 'live' | 'lost' | 'refused';
  /** The reason for which the server refuses this page. */
  readonly notice?: Notice;
}

/** Milliseconds before the next try. */
const pause = 1500;

/**
 * Listens to an address of the server while the page is in sight, since a browser opens few connections at a time.
 * @param onEvent Gets the name of each event and its value.
 */
export function useStream(
  address: string,
  onEvent: (name: string, value: unknown) => void,
): Connection {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: number | undefined;
    const close = (): void => {
      source?.close();
      clearTimeout(timer);
    };
    const open = (): void => {
      close();
      if (document.hidden) return;
      source = new EventSource(address);
      source.onopen = () => {
        setConnection({ state: 'live' });
      };
      for (const name of ['runs', 'part']) {
        source.addEventListener(name, ({ data }: MessageEvent<string>) => {
          onEvent(name, JSON.parse(data));
        });
      }
      source.onerror = () => {
        close();
        timer = window.setTimeout(open, pause);
        void reasonOfSilence().then(setConnection);
      };
    };
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [address]);
  return connection;
}

/** The server is not there, or it refuses the page. */
async function reasonOfSilence(): Promise<Connection> {
  try {
    const response = await fetch('/');
    if (response.ok) return { state: 'lost' };
    // Errors of the server are notices.
    return { state: 'refused', notice: (await response.json()) as Notice };
  } catch {
    return { state: 'lost' };
  }
}
