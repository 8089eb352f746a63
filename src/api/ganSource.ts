/** The sources of a `Gan`, and the change of its training options in them. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DatasetRecord } from '../entries/dataset.js';
import { override } from '../language/load/overrides.js';
import type { JsonNode } from '../source/jsonTree.js';
import type { CompileContext } from './compileContext.js';

export interface GanSource {
  /** The merged spec as it was written. */
  readonly tree: JsonNode;
  /** Reasons why a base is missing in it. */
  readonly problems?: readonly Diagnostic[];
  readonly context: CompileContext;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** Paths of the modules of plugins. */
  readonly modules?: readonly string[];
  /** Record of the data set; where given, the GAN is compiled from it and no data file is read. */
  readonly data?: DatasetRecord | undefined;
}

/** Options of `training` that callers of a method give; undefined for those of the spec. */
export type TrainingChanges = Readonly<Record<string, number | undefined>>;

/**
 * A source whose spec has other training options; the same source where none is given.
 * @param caller The method that was given the options, for messages.
 */
export function withTraining(
  source: GanSource,
  caller: 'train' | 'resume' | 'compileTo',
  options: TrainingChanges,
): GanSource {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  if (given.length === 0) return source;
  const tree = given.reduce(
    (changed, [name, value]) =>
      override(changed, [`training.${name}=${value}`], `${caller}({ ${name} })`),
    source.tree,
  );
  return { ...source, tree };
}
