/** The public entry point of the pipeline: holds the entries of the language, reads specs and compiles them. */
import { resolve } from 'node:path';
import type { CompileContext } from './compileContext.js';
import { check, type Checked } from './pipeline.js';
import {
  type ArgumentCheck,
  argumentMustBe,
  checkOptions,
  flag,
  list,
  textArgument,
  texts,
} from '../diagnostics/arguments.js';
import { SpecError } from '../diagnostics/errors.js';
import { runFiles } from '../runs/record.js';
import { isRunFolder, readRunRecord } from '../runs/savedRun.js';
import { savedSource } from './savedSource.js';
import { formMistake } from '../checkpoint/recordFile.js';
import { currentFile, readUnchanged } from '../checkpoint/savedFolder.js';
import { datasetRecordSchema } from '../entries/datasetRecordSchema.js';
import { Gan } from './gan.js';
import { selectPasses, type PassSelection } from './passSelection.js';
import { environmentFolders, requireDataFolder } from '../datasets/shared/dataFolders.js';
import { homePath } from '../datasets/shared/homePath.js';
import { builtIns } from '../generated/entries.js';
import type { GanSpec } from '../generated/spec.js';
import type { DatasetRecord, DecodingReport } from '../entries/dataset.js';
import type { Entry } from '../entries/entry.js';
import { checkPlugin } from '../plugins/check.js';
import { Registry } from '../entries/registry.js';
import { defaultLimits, liftedLimits } from '../language/resolve/limits.js';
import {
  hasSpec,
  loadSpec,
  specFromObject,
  specFromText,
  SpecSource,
} from '../language/load/load.js';

export interface CompilerOptions {
  /** Entries made with `defineLoss`, `definePenalty`, …; lists as `loadPlugins` returns them are accepted too. */
  readonly plugins?: readonly (Entry | readonly Entry[])[];
  /** Folder of data files, in place of that of a run, and searched before `GANSPEC_DATA` and installed packages; `~` is the home folder. */
  readonly dataDir?: string;
  /** Folder that relative paths start from in specs given as text or objects; default: the working directory. */
  readonly baseDir?: string;
  /** Lifts the limits on planned memory and steps. */
  readonly allowLarge?: boolean;
  /** Passes over the graphs: `all`, `none`, the names of those to run, or of those to leave out, as in `-moveScales,-expandSums`. Default: `all`. */
  readonly passes?: string | undefined;
  /** Told how many of all files of a data set have been decoded, where that takes long. */
  readonly decoding?: DecodingReport;
}

export interface ReadOptions {
  /** Overrides such as `training.steps=100`. */
  readonly set?: readonly string[];
  /** The text of the spec where its name is `-`. */
  readonly stdin?: string;
}

export interface CompileOptions {
  /** Name of the text in messages. */
  readonly file?: string;
  /** Record of the data set; where given, no data file is read. */
  readonly data?: DatasetRecord | undefined;
}

const compilerChecks: Readonly<Record<keyof CompilerOptions, ArgumentCheck>> = {
  plugins: list,
  dataDir: textArgument,
  baseDir: textArgument,
  allowLarge: flag,
  passes: textArgument,
  decoding: argumentMustBe('a function', (value) => typeof value === 'function'),
};

const isDatasetRecord = argumentMustBe(
  'the record of a data set, as `data.json` of a run has it',
  (value) => formMistake(value, datasetRecordSchema) === undefined,
);

/** A spec as JSON text, as an object, or as `read` found it. */
export type Spec<S extends object = GanSpec> = string | S | SpecSource;

/**
 * Compiles specs with a fixed set of entries.
 * @typeParam S Type of specs given as objects; `ganspec types` writes one that knows the words of plugins.
 */
export class Compiler<S extends object = GanSpec> {
  /** The words of the language: built-ins and plugins. */
  readonly registry: Registry;
  /** Folder of data files, with the home folder in place of `~`. */
  readonly dataDir: string | undefined;
  readonly #passes: PassSelection;
  readonly #plugins: readonly string[];
  /** Paths of the modules of the plugins. */
  readonly #modules: readonly string[];

  /** @throws GanspecError GAN802 where a plugin cannot be used; GAN401 where `dataDir` is no folder; GAN540 for a pass that does not exist. */
  constructor(private readonly options: CompilerOptions = {}) {
    checkOptions('createCompiler', options, compilerChecks);
    requireDataFolder(options.dataDir ?? '', '--data-dir (option dataDir)');
    this.#passes = selectPasses(options.passes ?? 'all');
    const own = new Registry(builtIns);
    const entries = checkPlugin((options.plugins ?? []).flat(), own);
    this.registry = own.with(entries);
    this.dataDir = options.dataDir === undefined ? undefined : homePath(options.dataDir);
    this.#plugins = [...new Set(entries.map(({ type }) => type))];
    this.#modules = [...new Set(entries.flatMap(({ module }) => module ?? []))];
  }

  /**
   * Finds a spec: a path, a preset's name, the folder of a run, or `-` for the text given as `stdin`. The paths of a run's spec
   * lead where they led in the run.
   * @throws GanspecError where it cannot be read, GAN602, exit code 6, where that of a run was changed; SpecError where it is no JSON. Those of a spec that it extends are found by `check` and `compile`.
   */
  read(name: string, options: ReadOptions = {}): SpecSource {
    textArgument('name of read', name);
    checkOptions('read', options, { set: texts, stdin: textArgument });
    const folder = resolve(this.options.baseDir ?? '', name);
    const origin = { ...options, ...this.#cwd() };
    if (hasSpec(name, origin) || !isRunFolder(folder)) return loadSpec(name, origin);
    const record = readRunRecord(folder);
    readUnchanged(folder, runFiles.spec, record.files);
    const spec = currentFile(name, runFiles.spec, record.files);
    return savedSource({ ...record, spec }, origin);
  }

  /**
   * Checks a spec without compiling it: mistakes are returned, not thrown.
   * @param options.file Name of the text in messages.
   */
  check(spec: Spec<S>, options: { readonly file?: string } = {}): Checked {
    checkOptions('check', options, { file: textArgument });
    try {
      const source = this.#sourceOf(spec, options);
      return check(source, this.#context(source));
    } catch (error) {
      if (error instanceof SpecError) return { valid: false, diagnostics: error.diagnostics };
      throw error;
    }
  }

  /**
   * Compiles a spec to a GAN that can be trained.
   * @throws SpecError with every diagnostic.
   */
  compile(spec: Spec<S>, given: CompileOptions = {}): Gan {
    checkOptions('compile', given, { file: textArgument, data: isDatasetRecord });
    const { data, ...options } = given;
    const source = this.#sourceOf(spec, options);
    const context = this.#context(source);
    const { tree, problems } = source;
    const [plugins, modules] = [this.#plugins, this.#modules];
    return new Gan({ tree, problems, context, plugins, modules, data });
  }

  #sourceOf(spec: Spec<S>, options: { readonly file?: string }): SpecSource {
    if (spec instanceof SpecSource) return spec;
    const origin = { ...options, ...this.#cwd() };
    return typeof spec === 'string' ? specFromText(spec, origin) : specFromObject(spec, origin);
  }

  #cwd(): { readonly cwd?: string } {
    return this.options.baseDir === undefined ? {} : { cwd: this.options.baseDir };
  }

  /** @throws GanspecError GAN401 where GANSPEC_DATA names no folder. */
  #context({ baseDir, ownPaths, dataFolders }: SpecSource): CompileContext {
    requireDataFolder(process.env['GANSPEC_DATA'] ?? '', 'GANSPEC_DATA');
    return {
      registry: this.registry,
      datasets: {
        baseDir,
        dataDir: this.dataDir ?? dataFolders.dataDir ?? undefined,
        environmentDirs: environmentFolders(dataFolders.environmentDirs),
        ownPaths,
        seed: 0,
        decoding: this.options.decoding,
      },
      limits: this.options.allowLarge === true ? liftedLimits : defaultLimits,
      passes: this.#passes,
    };
  }
}

export const isCompiler = argumentMustBe(
  'a compiler of createCompiler',
  (value) => value instanceof Compiler,
);

/**
 * A compiler with the built-in entries and these plugins.
 * @typeParam S Type of specs given as objects; `ganspec types` writes one that knows the words of plugins.
 * @throws GanspecError GAN802 where a plugin cannot be used.
 */
export function createCompiler<S extends object = GanSpec>(
  options: CompilerOptions = {},
): Compiler<S> {
  return new Compiler<S>(options);
}
