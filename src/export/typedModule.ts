/** `<name>.gan.js` and `<name>.gan.d.ts`: a compiled GAN as a module whose types know its shapes and names. */
import type { GanDescription } from './description.js';
import { asData, asType, literal } from './literal.js';

/** Device names, which Windows takes for no file whatever follows a dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The module's file names: the spec's name, with `gan-` before one that is no file name everywhere. */
export function moduleFiles(name: string): { readonly program: string; readonly types: string } {
  const stem = `${reserved.test(name) ? 'gan-' : ''}${name}.gan`;
  return { program: `${stem}.js`, types: `${stem}.d.ts` };
}

/** Texts about a module, for its first comment. */
export interface ModuleHead {
  /** One or two sentences of the spec's author. */
  readonly about: string | undefined;
  /** Name and version of this program. */
  readonly writtenBy: string;
}

const meanings = {
  description:
    "/** Shapes and names: of a batch of latent vectors, of one sample, of every state tensor, of each step's inputs and numbers. */",
  load: `/**
 * Opens the compiled GAN with its weights; \`(await load()).sample(16, { seed: 1 })\` makes samples.
 * @param folder Of the compiled files; default: that of this module.
 */`,
};

/** The module's program: the description as data, and one call. */
export function moduleProgram(description: GanDescription, head: ModuleHead): string {
  return `${headText(description, head)}
import { openCompiled } from 'ganspec';

${meanings.description}
export const description = ${literal(description, '', asData)};

${meanings.load}
export function load(options = {}, folder = new URL('.', import.meta.url)) {
  return openCompiled(folder, description, options);
}
`;
}

/** The module's types: that of the description, and those derived from it. */
export function moduleTypes(description: GanDescription, head: ModuleHead): string {
  return `${headText(description, head)}
import type { CompiledGan, OpenCompiledOptions } from 'ganspec';

${meanings.description}
export declare const description: ${literal(description, '', asType)};

export type Description = typeof description;

${classType(description)}/** Name of a state tensor, as in \`state.safetensors\`. */
export type StateName = keyof Description['state'];

/** A step graph. */
export type StepName = keyof Description['steps'];

/** Name of an input of a step graph. */
export type InputName<Step extends StepName = StepName> = Step extends StepName
  ? keyof Description['steps'][Step]['inputs']
  : never;

/** Name of a number that a step graph gives. */
export type MetricName<Step extends StepName = StepName> =
  Description['steps'][Step]['metrics'][number];

${meanings.load}
export declare function load(
  options?: OpenCompiledOptions,
  folder?: string | URL,
): Promise<CompiledGan<Description>>;
`;
}

function headText({ name }: GanDescription, { about, writtenBy }: ModuleHead): string {
  const sentences = about === undefined ? '' : ` ${about.replaceAll('*/', '* /')}`;
  return `/**
 * ${name}.${sentences.replaceAll(/\s*\n\s*/g, ' ')}
 *
 * Written by ${writtenBy}; \`ganspec compile\` writes it anew.
 */`;
}

function classType({ classNames }: GanDescription): string {
  if (!classNames) return '';
  return `/** Name of a class. */
export type ClassName = Description['classNames'][number];

`;
}
