import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ComparedMoment, ComparedRun } from './comparison.js';

/** One page of HTML, complete in itself: a table, a curve of every number by the step, and the last samples of each run. */
export function comparisonPage(runs: readonly ComparedRun[]): string {
  const titles = runs.map(({ folder }) => basename(folder));
  const legend = runs
    .map(
      ({ folder, name, seed }, i) =>
        `<li style="color:${colourOf(i)}">${escaped(`${name}, seed ${seed}: ${folder}`)}</li>`,
    )
    .join('\n');
  const pictures = runs
    .map(({ picture }, i) => (picture === undefined ? '' : figure(picture, titles[i] ?? '')))
    .join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Runs side by side</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 2em; }
figure { display: inline-block; margin: 0 1.5em 1.5em 0; vertical-align: top; }
img { image-rendering: pixelated; max-width: 30em; }
</style>
<h1>Runs side by side</h1>
<ul>
${legend}
</ul>
<h2>Metrics</h2>
${curves(runs.map(({ evaluations }) => evaluations))}
<h2>Samples</h2>
${pictures}
<h2>Log</h2>
${curves(runs.map(({ log }) => log))}
</html>
`;
}

const colours = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#ff7f0e', '#8c564b', '#17becf'];

function colourOf(index: number): string {
  return colours[index % colours.length] ?? '#000';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function figure(path: string, title: string): string {
  const data = readFileSync(path).toString('base64');
  return `<figure><img alt="samples" src="data:image/png;base64,${data}"><figcaption>${escaped(title)}</figcaption></figure>`;
}

/** A drawing for each number, with a line for each run. */
function curves(runs: readonly (readonly ComparedMoment[])[]): string {
  const names = [...new Set(runs.flat().flatMap(({ metrics }) => Object.keys(metrics)))];
  if (names.length === 0) return '<p>None.</p>';
  return names.map((name) => drawing(name, runs)).join('\n');
}

const [width, height] = [320, 180];

function drawing(name: string, runs: readonly (readonly ComparedMoment[])[]): string {
  const lines = runs.map((moments) =>
    moments.flatMap(({ step, metrics }) => {
      const value = metrics[name];
      return value !== undefined && Number.isFinite(value) ? [{ step, value }] : [];
    }),
  );
  const all = lines.flat();
  // A long log has more numbers than a call takes arguments.
  let [most, low, high] = [1, Infinity, -Infinity];
  for (const { step, value } of all) {
    most = Math.max(most, step);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const x = (step: number): string => ((step / most) * width).toFixed(1);
  const y = (value: number): string =>
    (height - ((value - low) / (high - low || 1)) * height).toFixed(1);
  const paths = lines.map((line, i) => {
    const points = line.map(({ step, value }) => `${x(step)},${y(value)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colourOf(i)}" stroke-width="1.5"/>`;
  });
  const range =
    all.length === 0 ? '' : `: ${low.toPrecision(4)} to ${high.toPrecision(4)}, step 0 to ${most}`;
  return `<figure><svg width="${width}" height="${height}" style="border:1px solid #ccc">${paths.join('')}</svg><figcaption>${escaped(name + range)}</figcaption></figure>`;
}
