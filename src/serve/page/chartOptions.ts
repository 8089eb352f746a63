/** The look of a chart. */
import type uPlot from 'uplot';
import type { ChartLine } from './chartLine.js';

const height = 190;

/**
 * @param element Gives width and colours.
 * @param onPoint Gets the index of the step under the pointer; null where there is none.
 */
export function chartOptions(
  element: HTMLElement,
  lines: readonly ChartLine[],
  onPoint: (index: number | null) => void,
): uPlot.Options {
  const [text, grid] = [colourOf(element, 'quiet'), colourOf(element, 'grid')];
  const axis: uPlot.Axis = {
    stroke: text,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
    font: '12px system-ui, sans-serif',
  };
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  lines.forEach(({ label, low, high }, index) => {
    const stroke = colourOf(element, `line-${index}`);
    series.push({ label, stroke, width: 1.5, spanGaps: lines.length > 1 });
    if (!low || !high) return;
    const bound: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } };
    series.push(bound, bound);
    bands.push({
      series: [series.length - 1, series.length - 2],
      fill: stroke.replace('rgb(', 'rgba(').replace(')', ', 0.2)'),
    });
  });
  return {
    width: element.clientWidth,
    height,
    scales: { x: { time: false } },
    axes: [axis, { ...axis, size: 62 }],
    series,
    bands,
    legend: { show: false },
    cursor: { y: false, points: { size: 6 } },
    hooks: {
      setCursor: [
        ({ cursor }) => {
          onPoint(cursor.idx ?? null);
        },
      ],
    },
  };
}

/** A colour of the style sheet in numbers, as a canvas takes it. @param name Of a custom property. */
function colourOf(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
