/** A compiled folder, opened again: its typed module calls `openCompiled`. */
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { checkOptions, argumentMustBe } from '../diagnostics/arguments.js';
import { createCompiler, isCompiler, type Compiler } from './compiler.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { describeGan, type GanDescription } from '../export/description.js';
import { readCompiledFolder } from '../export/compiledFolder.js';
import { prepareChecks, type PrepareOptions } from './options.js';
import type { Gan } from './gan.js';
import type { Shape, TensorData } from '../ir/tensorType.js';
import type { StepName } from '../language/resolvedGan.js';
import type { Samples } from '../runs/samples.js';
import type { Feed } from '../train/feeds/given.js';
import type { SampleOptions, Session } from '../train/session.js';
import { reopen } from './reopen.js';

export interface OpenCompiledOptions extends PrepareOptions {
  /** Knows the plugins that the spec uses; default: one with the built-in words and the passes of the folder. */
  readonly compiler?: Compiler;
}

const isFolder = argumentMustBe(
  'a path or a file URL',
  (value) => typeof value === 'string' || (value instanceof URL && value.protocol === 'file:'),
);

/** A tensor whose shape is known to the compiler. */
export type Shaped<T extends TensorData, S extends Shape> = Omit<T, 'shape'> & {
  readonly shape: S;
};

/** A class by its name or its index. */
type LabelOf<D extends GanDescription> = D extends {
  readonly classNames: readonly (infer Name extends string)[];
}
  ? Name | number
  : number;

type StepOf<D extends GanDescription> = keyof D['steps'] & StepName;

type MetricsOf<D extends GanDescription, S extends StepOf<D>> = Readonly<
  Record<D['steps'][S]['metrics'][number], number>
>;

/** All state tensors by name. */
type StateOf<D extends GanDescription> = {
  readonly [N in keyof D['state']]: Shaped<TensorData, D['state'][N]>;
};

/** A GAN with its weights, typed by its description. */
export class CompiledGan<const D extends GanDescription> {
  constructor(
    readonly description: D,
    readonly gan: Gan,
    readonly session: Session,
  ) {}

  /**
   * New samples; the same seed gives the same samples.
   * @param options Class of all samples, by name or index, and the seed of the latents.
   * @returns Shape `[count, …]`.
   */
  async sample<const Count extends number>(
    count: Count,
    options: Omit<SampleOptions, 'label'> & { readonly label?: LabelOf<D> } = {},
  ): Promise<Shaped<Samples, readonly [Count, ...D['sample']]>> {
    const { shape, ...samples } = await this.session.sample(count, options);
    // The description was compared with the program when the folder was opened.
    return { ...samples, shape: shape as unknown as readonly [Count, ...D['sample']] };
  }

  /** Runs one update; inputs that are not fed come from the data set, the random streams and the schedules. */
  async step<S extends StepOf<D>>(
    step: S,
    feeds: { readonly [I in keyof D['steps'][S]['inputs']]?: Feed } = {},
  ): Promise<MetricsOf<D, S>> {
    const given = Object.entries<Feed | undefined>(feeds).flatMap(([name, feed]) =>
      feed === undefined ? [] : [[name, feed] as const],
    );
    // As above: the step's results are those that the description lists.
    const metrics: unknown = await this.session.run(step, Object.fromEntries(given));
    return metrics as MetricsOf<D, S>;
  }

  /** Copies of all state tensors by name. */
  async readState(): Promise<StateOf<D>> {
    const state = await this.session.readState();
    const named = Object.keys(this.description.state).map((name) => [name, state.get(name)]);
    // As above: names and shapes are those of the description.
    return Object.fromEntries(named) as StateOf<D>;
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}

/**
 * Opens a folder that `ganspec compile` wrote, with its weights.
 * @param description As in the folder's module.
 * @throws GanspecError GAN531 where the folder is none; GAN532 where the description is of another GAN; exit code 6
 * where the weights are damaged.
 */
export async function openCompiled<const D extends GanDescription>(
  folder: string | URL,
  description: D,
  given: OpenCompiledOptions = {},
): Promise<CompiledGan<D>> {
  isFolder('folder of openCompiled', folder);
  checkOptions('openCompiled', given, { ...prepareChecks, compiler: isCompiler });
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const saved = readCompiledFolder(path);
  const { compiler = createCompiler({ passes: saved.passes }), ...options } = given;
  const { gan, session } = await reopen(saved, compiler, options, (found) => {
    const { spec, program, resolved } = found;
    const own = describeGan(spec.name, program, resolved.data.classList);
    if (!isDeepStrictEqual(own, description)) throw misfit(path);
  });
  return new CompiledGan(description, gan, session);
}

function misfit(path: string): GanspecError {
  return new GanspecError(
    'GAN532',
    exitCodes.usage,
    `the module describes another GAN than the one in ${path}`,
    'Module and folder are written together: run `ganspec compile` again, and use the module that it writes.',
  );
}
