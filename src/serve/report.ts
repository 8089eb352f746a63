/** A run as one file of HTML: the page of the server with the facts inside. */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { textArgument } from '../diagnostics/arguments.js';
import { packageFolder } from '../packageFolder.js';
import { AppendedLines } from '../runs/appendedLines.js';
import type { ReportAnswer, SamplesAnswer } from './answers.js';
import { detailsOf } from './details.js';
import { eventsOf, headOf } from './head.js';
import { RunHistory } from './runHistory.js';
import { readSampleFile } from './sampleFiles.js';

/** Files of samples in a report at most: the first, the last and some between. */
const maxSamples = 24;

/**
 * One page of HTML, complete in itself, that shows a run as it is now: health, samples, curves of all numbers, networks and
 * the spec with its defaults. A line of `events.jsonl` that is damaged is told there.
 * @throws GanspecError GAN513 where the folder is no run; GAN602 or GAN610, exit code 6, where one of its files is damaged.
 */
export function runReport(folder: string): string {
  textArgument('folder of runReport', folder);
  const details = detailsOf(folder);
  const history = new RunHistory();
  const events = eventsOf(folder);
  // A file that is cut meanwhile is that of a run which goes on; its report is of the moment.
  const lines = new AppendedLines(events, () => undefined);
  for (const { number, bytes } of lines.take()) history.addLine(bytes, `${events}:${number}`);
  const parts = history.parts();
  const samples = someOf(parts.samples);
  const report: ReportAnswer = {
    path: basename(resolve(folder)),
    parts: { ...parts, samples, head: headOf(folder, history, 1), fault: null },
    details,
    samples: Object.fromEntries(
      samples.map(({ step }) => [step, dataAddress(folder, history.sampleFileOf(step))]),
    ),
  };
  return pageWith(report);
}

/** A part of the samples, evenly over the run. */
function someOf(samples: readonly SamplesAnswer[]): readonly SamplesAnswer[] {
  if (samples.length <= maxSamples) return samples;
  const stride = (samples.length - 1) / (maxSamples - 1);
  return Array.from(
    { length: maxSamples },
    (_, index) => samples[Math.round(index * stride)],
  ).filter((each) => each !== undefined);
}

function dataAddress(folder: string, file: string | undefined): string {
  if (file === undefined) return '';
  const { type, bytes } = readSampleFile(folder, file);
  return `data:${type.replace('; ', ';')};base64,${Buffer.from(bytes).toString('base64')}`;
}

function pageWith(report: ReportAnswer): string {
  const [script, style] = ['main.js', 'page.css'].map((file) =>
    readFileSync(join(packageFolder, 'dist/serve/page', file), 'utf8'),
  );
  // Neither text may end the element that it stands in.
  const data = JSON.stringify(report).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Run</title>
<link rel="icon" href="data:,">
<style>${style ?? ''}</style>
<body>
<script type="application/json" id="report">${data}</script>
<script>${(script ?? '').replaceAll('</script', String.raw`<\/script`)}</script>
</body>
</html>
`;
}
