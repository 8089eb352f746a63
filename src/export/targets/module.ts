/** The target `module`: a package for npm that runs without ganspec and without other packages. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { jsonText } from '../../checkpoint/jsonText.js';
import { packageFolder } from '../../packageFolder.js';
import type { GeneratorDescription } from '../generator.js';
import { encodeGraphModel } from '../graphModel.js';
import { asData, asType, literal } from '../literal.js';
import type { ExportSource, WriteTarget } from './target.js';

/** `index.js`, its types, the graph model and the runtime, with `package.json` and a README. */
export const moduleFiles: WriteTarget = (source) => {
  const { networks, writtenBy } = source;
  const { model, weights } = encodeGraphModel(networks.generator.models().tensorflow, writtenBy);
  const runtime = readFileSync(join(packageFolder, 'dist/standalone/module.js'));
  return {
    files: new Map<string, string | Uint8Array>([
      ['package.json', jsonText(packageOf(source))],
      ['README.md', readme(source)],
      ['index.js', program(source)],
      ['index.d.ts', types(source)],
      ['runtime.js', runtime],
      ['model.json', model],
      ['weights.bin', weights],
    ]),
  };
};

/** The spec's name as one that npm takes. */
function packageName({ name }: GeneratorDescription): string {
  const small = name.toLowerCase();
  return isBuiltin(small) || small === 'node_modules' ? `gan-${small}` : small;
}

function packageOf({ generator, about }: ExportSource): object {
  return {
    name: packageName(generator),
    version: '1.0.0',
    ...(about !== undefined && { description: about }),
    type: 'module',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    sideEffects: false,
  };
}

/** The words on top of each text. */
function headText({ generator, iteration, weights, writtenBy }: ExportSource): string {
  const of = weights === 'average' ? 'averaged weights' : 'weights';
  return `The generator of ${generator.name} with its ${of} after iteration ${iteration}; written by ${writtenBy}.`;
}

const meanings = {
  description: '/** Inputs, the shape and kind of samples, and classes. */',
  sample: `/**
 * New samples, rows of \`data\` one after the other; the same options give the same samples.
 * The first call reads the model.
 */`,
};

function program(source: ExportSource): string {
  return `/** ${headText(source)} */
import { sampler } from './runtime.js';

${meanings.description}
export const description = ${literal(source.generator, '', asData)};

${meanings.sample}
export const sample = sampler(
  description,
  new URL('./model.json', import.meta.url),
  new URL('./weights.bin', import.meta.url),
);
`;
}

function types(source: ExportSource): string {
  const { generator } = source;
  const { classes, classNames } = generator;
  const label = classNames ? 'ClassName | number' : 'number';
  const className = classNames
    ? "/** Name of a class. */\nexport type ClassName = Description['classNames'][number];\n\n"
    : '';
  return `/** ${headText(source)} */

${meanings.description}
export declare const description: ${literal(generator, '', asType)};

export type Description = typeof description;

${className}/** Name of an input of the generator, of whose numbers one can give own ones. */
export type InputName = Exclude<Description['inputs'][number]['name'], 'labels'>;

export interface DrawOptions<Count extends number> {
  /** Default: 1. */
  readonly count?: Count;
  /** A whole number from 0 on; default: ${generator.seed}. */
  readonly seed?: number;
${classes === null ? '' : `  /** Class of all samples; default: each class in turn. */\n  readonly label?: ${label};\n`}  /** Own numbers for random inputs, a row for each sample; the others are drawn. */
  readonly feeds?: { readonly [Name in InputName]?: Float32Array | readonly number[] };
}

export interface DrawnSamples<Count extends number> {
  readonly dtype: 'float32';
  readonly shape: readonly [Count, ...Description['sample']];
  readonly data: Float32Array;
${classes === null ? '' : '  /** Class of each sample. */\n  readonly labels: Int32Array;\n'}}

${meanings.sample}
export declare function sample<const Count extends number = 1>(
  options?: DrawOptions<Count>,
): Promise<DrawnSamples<Count>>;
`;
}

function readme(source: ExportSource): string {
  const { generator, about } = source;
  const { classNames, classes, sample, range } = generator;
  const label = classes === null ? '' : `, label: ${JSON.stringify(classNames?.at(-1) ?? 0)}`;
  return `# ${packageName(generator)}

${about === undefined ? '' : `${about}\n\n`}${headText(source)}

\`\`\`js
import { sample } from '${packageName(generator)}';

const { data, shape } = await sample({ count: 4, seed: 1${label} });
\`\`\`

\`data\` is a Float32Array of shape \`[4, ${sample.join(', ')}]\`, in row-major order${generator.kind === 'image' ? `; ${range[0]} is black and ${range[1]} is white` : ''}. The same seed gives the same samples, those of \`ganspec sample --seed\` within rounding. The package runs in Node and in browsers, and needs no other: \`runtime.js\` holds TensorFlow.js (Apache License 2.0) in plain JavaScript.
`;
}
