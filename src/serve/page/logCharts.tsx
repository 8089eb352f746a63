/** The numbers of a run as curves, sorted by their meaning. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Curve, CurvesAnswer } from '../answers.js';
import { Chart } from './chart.js';
import { ValueTable } from './valueTable.js';

const isLoss = ({ name }: Curve): boolean => name.endsWith('Loss');
const isScore = ({ name }: Curve): boolean => name.endsWith('Score');
const isGradient = ({ name }: Curve): boolean => name.endsWith('Gradient');

export function Losses({ log }: { readonly log: CurvesAnswer }): JSX.Element {
  return <Group title="Losses" steps={log.steps} curves={log.curves.filter(isLoss)} />;
}

interface OtherNumbersProps {
  readonly log: CurvesAnswer;
  readonly evaluations: CurvesAnswer;
}

/** All numbers but the losses. */
export function OtherNumbers({ log, evaluations }: OtherNumbersProps): JSX.Element {
  const { steps, curves } = log;
  const others = curves.filter((curve) => !isLoss(curve) && !isScore(curve) && !isGradient(curve));
  return (
    <>
      <Group title="Scores" steps={steps} curves={curves.filter(isScore)} isShared />
      <Group
        title="Gradient norms"
        steps={steps}
        curves={curves.filter(isGradient)}
        way="--set monitor.health.gradientNorms.action=warn"
      />
      <Group title="Penalties and other numbers" steps={steps} curves={others} />
      <Group
        title="Metrics"
        steps={evaluations.steps}
        curves={evaluations.curves}
        way="--set monitor.metrics=…"
      />
    </>
  );
}

interface GroupProps extends CurvesAnswer {
  readonly title: string;
  /** Option of `ganspec train` that asks for such numbers. */
  readonly way?: string;
  /** True for curves that are compared with each other in one chart. */
  readonly isShared?: boolean;
}

function Group({ title, steps, curves, way, isShared = false }: GroupProps): JSX.Element | null {
  const id = title.replaceAll(' ', '-');
  if (curves.length === 0 && way === undefined) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {curves.length === 0 && (
        <p class="hint">
          This run has logged none. To have them: <code>ganspec train … {way}</code>
        </p>
      )}
      <div class="charts">
        {isShared && curves.length > 0 && (
          <CurveChart title={title} steps={steps} curves={curves} />
        )}
        {!isShared &&
          curves.map((curve) => (
            <CurveChart key={curve.name} title={curve.name} steps={steps} curves={[curve]} />
          ))}
      </div>
      {curves.length > 0 && <ValueTable title={title} steps={steps} curves={curves} />}
    </section>
  );
}

function CurveChart({
  title,
  steps,
  curves,
}: CurvesAnswer & { readonly title: string }): JSX.Element {
  const lines = useMemo(
    () => curves.map(({ name, mean, low, high }) => ({ label: name, values: mean, low, high })),
    curves,
  );
  return <Chart title={title} steps={steps} lines={lines} />;
}
