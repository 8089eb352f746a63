/** The frame of all views. */
import type { JSX } from 'preact';
import { Comparison } from './comparison.js';
import { hashOf, useRoute } from './route.js';
import { RunList } from './runList.js';
import { RunView } from './runView.js';

export function App(): JSX.Element {
  const route = useRoute();
  return (
    <>
      <header>
        <a href={hashOf({ view: 'list' })}>All runs</a>
        <span class="product">ganspec</span>
      </header>
      {route.view === 'list' && <RunList />}
      {route.view === 'run' && <RunView key={route.run} path={route.run} />}
      {route.view === 'comparison' && <Comparison key={route.runs.join('\n')} paths={route.runs} />}
    </>
  );
}
