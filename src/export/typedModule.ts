/** `<name>.gan.ts`: a compiled GAN as a module whose types know its shapes and names. */
import type { GanDescription } from './description.js';

/** Device names, which Windows takes for no file whatever follows a dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The module's file name: the spec's name, with `gan-` before one that is no file name everywhere. */
export function moduleFile(name: string): string {
  return `${reserved.test(name) ? 'gan-' : ''}${name}.gan.ts`;
}

/**
 * The module's text: the description as data, types derived from it, and one call.
 * @param about One or two sentences of the spec's author.
 * @param writtenBy Name and version of this program.
 */
export function typedModule(
  description: GanDescription,
  about: string | undefined,
  writtenBy: string,
): string {
  const sentences = about === undefined ? '' : ` ${about.replaceAll('*/', '* /')}`;
  return `/**
 * ${description.name}.${sentences.replaceAll(/\s*\n\s*/g, ' ')}
 *
 * Written by ${writtenBy}; \`ganspec compile\` writes it anew.
 */
import { openCompiled, type CompiledGan, type OpenCompiledOptions } from 'ganspec';

/** Shapes and names: of a batch of latent vectors, of one sample, of every state tensor, of each step's inputs and numbers. */
export const description = ${literal(description, '')} as const;

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

/**
 * Opens the compiled GAN with its weights; \`(await load()).sample(16, { seed: 1 })\` makes samples.
 * @param folder Of the compiled files; default: that of this module.
 */
export function load(
  options: OpenCompiledOptions = {},
  folder: string | URL = new URL('.', import.meta.url),
): Promise<CompiledGan<Description>> {
  return openCompiled(folder, description, options);
}
`;
}

function classType({ classNames }: GanDescription): string {
  if (!classNames) return '';
  return `/** Name of a class. */
export type ClassName = Description['classNames'][number];

`;
}

/** Plain data as TypeScript, objects on lines of their own. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${indent}  ${keyText(key)}: ${literal(member, `${indent}  `)},\n`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
}

/** A name that is no identifier is quoted, as all names with slashes are. */
function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
