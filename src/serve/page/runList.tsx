/** The list of runs. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DamagedRunAnswer, ListedRunAnswer } from '../answers.js';
import { useRunList } from './liveRuns.js';
import { hashOf } from './route.js';
import { Progress, StateBadge } from './stateBadge.js';
import { durationLabel, timeText } from './texts.js';
import { NoticeBox, View } from './view.js';

/** Runs that can be compared at a time: as many as there are colours of lines. */
const maxCompared = 8;

export function RunList(): JSX.Element {
  const { list, connection } = useRunList();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all = list?.runs ?? [];
  const found = all.filter((run) => `${run.path} ${run.state}`.includes(words));
  const runs = found.filter((run) => run.state !== 'damaged');
  const choose = (path: string, isChosen: boolean): void => {
    setChosen((before) => [...before.filter((each) => each !== path), ...(isChosen ? [path] : [])]);
  };
  return (
    <View title="Runs" connection={connection}>
      {list && <p class="folder">In {list.folder}</p>}
      {list && all.length === 0 && (
        <p>
          There are no runs yet. <code>ganspec train ring</code> starts one; it appears here by
          itself.
        </p>
      )}
      {all.length > 0 && (
        <>
          <div class="tools">
            <label>
              Find{' '}
              <input
                type="search"
                value={words}
                onInput={({ currentTarget }) => {
                  setWords(currentTarget.value);
                }}
              />
            </label>
            <CompareLink chosen={chosen} />
          </div>
          <RunTable runs={runs} chosen={chosen} choose={choose} />
          {runs.length === 0 && <p>No run has “{words}” in its name or state.</p>}
        </>
      )}
      <DamagedRuns runs={found.filter((run) => run.state === 'damaged')} />
    </View>
  );
}

function CompareLink({ chosen }: { readonly chosen: readonly string[] }): JSX.Element {
  if (chosen.length < 2) return <span class="hint">Choose two or more runs to compare them.</span>;
  if (chosen.length > maxCompared) {
    return <span class="hint">Choose up to {maxCompared} runs to compare them.</span>;
  }
  return (
    <a class="button" href={hashOf({ view: 'comparison', runs: chosen })}>
      Compare {chosen.length} runs
    </a>
  );
}

interface RunTableProps {
  readonly runs: readonly ListedRunAnswer[];
  readonly chosen: readonly string[];
  readonly choose: (path: string, isChosen: boolean) => void;
}

function RunTable({ runs, chosen, choose }: RunTableProps): JSX.Element {
  return (
    <table class="runs">
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">Compare</span>
          </th>
          <th scope="col">Run</th>
          <th scope="col">State</th>
          <th scope="col">Step</th>
          <th scope="col" class="wide">
            Started
          </th>
          <th scope="col" class="wide">
            Took
          </th>
          <th scope="col" class="wide">
            Engine
          </th>
          <th scope="col" class="wide number">
            Seed
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.path}>
            <td>
              <input
                type="checkbox"
                aria-label={`Compare ${run.path}`}
                checked={chosen.includes(run.path)}
                onChange={({ currentTarget }) => {
                  choose(run.path, currentTarget.checked);
                }}
              />
            </td>
            <th scope="row">
              <a href={hashOf({ view: 'run', run: run.path })}>{run.path}</a>
              {!run.path.includes(run.name) && <span class="hint"> {run.name}</span>}
            </th>
            <td>
              <StateBadge state={run.state} />
            </td>
            <td>
              <Progress step={run.step} steps={run.steps} />
            </td>
            <td class="wide">
              <time dateTime={run.started}>{timeText(run.started)}</time>
            </td>
            <td class="wide">{durationLabel(run.seconds)}</td>
            <td class="wide">{run.engine}</td>
            <td class="wide number">{run.seed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DamagedRuns({ runs }: { readonly runs: readonly DamagedRunAnswer[] }): JSX.Element | null {
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="damaged">
      <h2 id="damaged">Damaged</h2>
      {runs.map(({ path, hasPage, error }) => (
        <div key={path}>
          {hasPage && (
            <p>
              <a href={hashOf({ view: 'run', run: path })}>{path}</a>
            </p>
          )}
          <NoticeBox notice={error} />
        </div>
      ))}
    </section>
  );
}
