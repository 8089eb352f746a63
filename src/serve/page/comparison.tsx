/** Runs side by side. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CurvesAnswer } from '../answers.js';
import { Chart } from './chart.js';
import { useDetails } from './details.js';
import { Differences } from './differences.js';
import { useRuns, type KnownParts } from './liveRuns.js';
import { hashOf } from './route.js';
import { SampleView } from './sampleView.js';
import { StateBadge } from './stateBadge.js';
import { linesOfRuns, namesOf } from './sharedCurves.js';
import { durationLabel, fourDigits } from './texts.js';
import { NoticeBox, View } from './view.js';

/** A run with the parts that are known of it. */
interface Compared extends KnownParts {
  readonly path: string;
}

export function Comparison({ paths }: { readonly paths: readonly string[] }): JSX.Element {
  const { runs, connection } = useRuns(paths);
  const details = useDetails(paths, connection.state === 'live');
  const compared = paths.map((path) => ({ path, ...runs.get(path) }));
  return (
    <View title={`Comparison of ${paths.length} runs`} connection={connection}>
      {compared.map(({ path, fault }) => fault && <NoticeBox key={path} notice={fault} />)}
      <RunsTable runs={compared} />
      <Differences paths={paths} details={details} />
      <SharedCharts title="Metrics" runs={compared} part="evaluations" />
      <LastSamples runs={compared} />
      <SharedCharts title="Log" runs={compared} part="log" />
    </View>
  );
}

function RunsTable({ runs }: { readonly runs: readonly Compared[] }): JSX.Element {
  const names = namesOf(runs.map(({ evaluations }) => evaluations));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label="Runs">
      <table>
        <thead>
          <tr>
            {['Run', 'State', 'Step', 'Seed', 'Took', ...names].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ path, head, evaluations }, index) => (
            <tr key={path}>
              <th scope="row" class={`line-${index}`}>
                <a href={hashOf({ view: 'run', run: path })}>{path}</a>
              </th>
              <td>{head && <StateBadge state={head.state} />}</td>
              <td>{head && `${head.step}/${head.steps}`}</td>
              <td>{head?.seed}</td>
              <td>{head && durationLabel(head.seconds)}</td>
              {names.map((name) => (
                <td key={name}>{fourDigits(lastOf(evaluations, name))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lastOf(curves: CurvesAnswer | undefined, name: string): number | null | undefined {
  return curves?.curves
    .find((curve) => curve.name === name)
    ?.mean.findLast((value) => value !== null);
}

interface SharedChartsProps {
  readonly title: string;
  readonly runs: readonly Compared[];
  readonly part: 'evaluations' | 'log';
}

/** A chart for each number, with a line for each run. */
function SharedCharts({ title, runs, part }: SharedChartsProps): JSX.Element | null {
  const curves = runs.map((run) => run[part]);
  const names = namesOf(curves);
  const labels = runs.map(({ path }) => path);
  if (names.length === 0) return null;
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{title}</h2>
      <div class="charts">
        {names.map((name) => (
          <SharedChart key={name} name={name} labels={labels} curves={curves} />
        ))}
      </div>
    </section>
  );
}

interface SharedChartProps {
  readonly name: string;
  readonly labels: readonly string[];
  readonly curves: readonly (CurvesAnswer | undefined)[];
}

function SharedChart({ name, labels, curves }: SharedChartProps): JSX.Element {
  const { steps, lines } = useMemo(() => linesOfRuns(name, labels, curves), [name, ...curves]);
  return <Chart title={name} steps={steps} lines={lines} />;
}

function LastSamples({ runs }: { readonly runs: readonly Compared[] }): JSX.Element | null {
  const shown = runs.flatMap(({ path, samples }) => {
    const last = samples?.at(-1);
    return last ? [{ path, last }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">Last samples</h2>
      <div class="charts">
        {shown.map(({ path, last }) => (
          <figure key={path}>
            <figcaption>
              {path}, step {last.step}
            </figcaption>
            <SampleView path={path} sample={last} />
          </figure>
        ))}
      </div>
    </section>
  );
}
