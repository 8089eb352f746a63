/** The package ctgan on the table of a spec, measured as a preset is. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { columnOf } from '../../src/datasets/tables/column.js';
import type { TableRecipe } from '../../src/datasets/tables/writeTable.js';
import type { LoadedDataset } from '../../src/entries/dataset.js';
import { chooseMetrics } from '../../src/evaluation/chooseMetrics.js';
import { prepareMeasuring } from '../../src/evaluation/measure.js';
import { createCompiler } from '../../src/index.js';
import { completed } from '../../src/language/normalize/completed.js';
import { environment } from '../compare/peers.js';
import type { Group, Row } from './groups.js';
import { figuresOf, type SeedResult } from './trainRow.js';

const program = fileURLToPath(new URL('../peers/with_ctgan.py', import.meta.url));

/** @param table The CSV file that the spec reads. */
export async function trainCtgan(
  group: Group,
  row: Row,
  {
    seed,
    epochs,
    table,
  }: { readonly seed: number; readonly epochs: number; readonly table: string },
): Promise<SeedResult> {
  const compiler = createCompiler();
  const { registry } = compiler;
  const gan = compiler.compile(compiler.read(row.spec, { set: row.set ?? [] }));
  const dataset = await gan.openDataset();
  const asked = group.metrics.map((name) => completed('metric', name, registry));
  const sources = { registry, data: dataset, conditional: false, given: [], count: group.count };
  const metrics = chooseMetrics(asked, sources);
  const measure = await prepareMeasuring(metrics, { dataset, seed, backbone: undefined });
  const results = await measure((count) => {
    const options = { table, epochs, seed, rows: count };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
    const text = execFileSync(`${environment}/bin/python`, [program, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      // Networks this small gain nothing from threads, which also spin beside other programs.
      env: { ...process.env, OMP_NUM_THREADS: '1' },
    });
    const data = encoded(text, dataset);
    return Promise.resolve({ dtype: 'float32', shape: [count, data.length / count], data });
  });
  return { seed, outcome: 'completed', steps: epochs, warnings: [], metrics: figuresOf(results) };
}

/** Rows of a table without quotes in the numbers of the data set, whose order of columns they have. */
function encoded(text: string, { recipe, shape }: LoadedDataset): Float32Array {
  // The data set `csv` keeps this recipe.
  const { columns } = recipe as TableRecipe;
  const rows = text.trimEnd().split('\n').slice(1);
  const width = shape[0] ?? 0;
  const out = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    let at = i * width;
    row.split(',').forEach((field, place) => {
      const form = columns[place];
      if (!form) throw new Error(`a row has more columns than the table: ${row}`);
      const column = columnOf(form);
      const value = 'categories' in form ? form.categories.indexOf(field) : Number(field);
      column.encode(value, out, at);
      at += column.width;
    });
  });
  return out;
}
