/** A view with its heading, and a line that tells how the page and the server stand. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Notice } from '../answers.js';
import type { Connection } from './stream.js';

interface ViewProps {
  readonly title: string;
  readonly connection: Connection;
  readonly children: ComponentChildren;
}

export function View({ title, connection, children }: ViewProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // A view that has replaced another is read from its start.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${title} – ganspec`;
  }, [title]);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p role="status" class={`connection ${connection.state}`}>
        {connectionText(connection)}
      </p>
      {connection.notice && <NoticeBox notice={connection.notice} />}
      {children}
    </main>
  );
}

function connectionText({ state }: Connection): string {
  switch (state) {
    case 'connecting':
      return 'Connecting …';
    case 'live':
      return 'Live';
    case 'lost':
      return 'The server does not answer: it was stopped, or starts anew. This page goes on once it is back (ganspec serve).';
    case 'refused':
      return 'The server refuses this page.';
  }
}

/** A message of ganspec with its way out. */
export function NoticeBox({ notice }: { readonly notice: Notice }): JSX.Element {
  const { code, message, hint } = notice;
  return (
    <div role="alert" class="notice">
      <p>
        {code !== '' && <strong>{code}: </strong>}
        {message}
      </p>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  );
}
