/** The target `browser`: one folder with a page that explores the generator, from a server or from the disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../packageFolder.js';
import { encodeGraphModel } from '../graphModel.js';
import { quantizedWeights } from './quantizedWeights.js';
import type { ExportSource, WriteTarget } from './target.js';

/** `index.html` with all that it needs beside it. */
export const browserFiles: WriteTarget = async (source, { quantize }) => {
  const { networks, writtenBy } = source;
  const { tensorflow } = networks.generator.models();
  const { quantized, facts, notes } = await quantizedWeights(source, quantize);
  const { model, weights } = encodeGraphModel(tensorflow, writtenBy, quantized);
  const bundled = (file: string): Uint8Array =>
    readFileSync(join(packageFolder, 'dist/standalone/page', file));
  const data = {
    description: source.generator,
    shown: shownFacts(source),
    model,
    weights: Buffer.from(weights).toString('base64'),
  };
  return {
    files: new Map<string, string | Uint8Array>([
      ['index.html', page(source)],
      ['page.css', bundled('page.css')],
      ['page.js', bundled('main.js')],
      ['generator.js', `globalThis.ganspecPage = ${scriptText(data)};\n`],
      ['wasm.js', bundled('wasm.js')],
    ]),
    facts,
    notes,
  };
};

/** The part of a recipe that the page shows samples by; those of plugins are shown as numbers. */
function shownFacts({ resolved, recipe }: ExportSource): object {
  if (typeof recipe !== 'object' || recipe === null) return {};
  const { type } = resolved.spec.data;
  if (type === 'csv') return { table: recipe };
  return type === 'text' || type === 'wav' ? recipe : {};
}

/** JSON as an expression of JavaScript, where two characters end a line of old. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Scripts are no modules, which a page from the disk may not load. */
function page({ generator, about, iteration, weights, writtenBy }: ExportSource): string {
  const name = escaped(generator.name);
  const of = weights === 'average' ? 'averaged weights' : 'weights';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page.css" />
    <script defer src="generator.js"></script>
    <script defer src="page.js"></script>
  </head>
  <body>
    <header>
      <h1>${name}</h1>
${about === undefined ? '' : `      <p>${escaped(about)}</p>\n`}    </header>
    <main>
      <p role="status">Loading the generator …</p>
      <noscript>The generator runs in JavaScript, which is off in this browser.</noscript>
    </main>
    <footer>
      <p>The generator with its ${of} after iteration ${iteration}; written by ${escaped(writtenBy)}. The page holds TensorFlow.js (Apache License 2.0) and asks for nothing from the network.</p>
    </footer>
  </body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
