/** Curves over the steps of a run. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { ChartLine, CurveValues } from './chartLine.js';
import { chartOptions } from './chartOptions.js';
import { groupedDigits, fourDigits } from './texts.js';

interface ChartProps {
  readonly title: string;
  readonly steps: readonly number[];
  readonly lines: readonly ChartLine[];
}

export function Chart({ title, steps, lines }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const [index, setIndex] = useState<number | null>(null);
  const scheme = useColourScheme();
  // Drawn anew where the lines are others; new numbers are drawn into the same plot.
  const form = JSON.stringify([title, scheme, lines.map(({ label, low }) => [label, !!low])]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const made = new uPlot(chartOptions(element, lines, setIndex), dataOf(steps, lines), element);
    plot.current = made;
    const observer = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: made.height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [form]);
  useEffect(() => {
    if (plot.current) showData(plot.current, dataOf(steps, lines));
  }, [steps, lines]);
  const at = index ?? steps.length - 1;
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong> <Reading at={at} steps={steps} lines={lines} />
      </figcaption>
      <div ref={place} role="img" aria-label={summary(title, steps, lines)} />
    </figure>
  );
}

/** The numbers at the pointer, or the last ones. */
function Reading({
  at,
  steps,
  lines,
}: Omit<ChartProps, 'title'> & { readonly at: number }): JSX.Element {
  return (
    <span class="reading">
      {lines.map(({ label, values, low, high }, index) => (
        <span key={label} class={`line-${index}`}>
          {lines.length > 1 && `${label} `}
          {fourDigits(values[at])}
          {low?.[at] !== high?.[at] && ` (${fourDigits(low?.[at])} to ${fourDigits(high?.[at])})`}
        </span>
      ))}
      <span class="hint">step {groupedDigits(steps[at] ?? 0)}</span>
    </span>
  );
}

/** The curves in words, for readers who do not see them. */
function summary(title: string, steps: readonly number[], lines: readonly ChartLine[]): string {
  const texts = lines.map(({ label, values, low, high }) => {
    const known = (column: CurveValues): number[] => column.filter((value) => value !== null);
    const [lows, highs] = [known(low ?? values), known(high ?? values)];
    const range =
      lows.length === 0
        ? 'no numbers'
        : `from ${fourDigits(Math.min(...lows))} to ${fourDigits(Math.max(...highs))}, last ${fourDigits(known(values).at(-1))}`;
    return lines.length > 1 ? `${label} ${range}` : range;
  });
  return `${title} up to step ${steps.at(-1) ?? 0}: ${texts.join('; ')}`;
}

/** Columns as the plot takes them: the steps, then for each line its values and bounds. */
function dataOf(steps: readonly number[], lines: readonly ChartLine[]): uPlot.AlignedData {
  const columns = lines.flatMap(({ values, low, high }) =>
    low && high ? [values, low, high] : [values],
  );
  // uPlot leaves them as they are, though its types do not say so.
  return [steps, ...columns] as unknown as uPlot.AlignedData;
}

/** Shows new numbers; a part of the chart that the reader has chosen stays where it is. */
function showData(plot: uPlot, data: uPlot.AlignedData): void {
  const [steps] = plot.data;
  const { min, max } = plot.scales['x'] ?? {};
  const isWhole = (min ?? -Infinity) <= (steps[0] ?? 0) && (max ?? Infinity) >= (steps.at(-1) ?? 0);
  plot.setData(data, isWhole);
  if (!isWhole) plot.redraw();
}

const dark = matchMedia('(prefers-color-scheme: dark)');

function useColourScheme(): 'dark' | 'light' {
  const [isDark, setDark] = useState(dark.matches);
  useEffect(() => {
    const follow = (): void => {
      setDark(dark.matches);
    };
    dark.addEventListener('change', follow);
    return () => {
      dark.removeEventListener('change', follow);
    };
  }, []);
  return isDark ? 'dark' : 'light';
}
