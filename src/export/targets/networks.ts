/** The networks that targets write as models. */
import type { ExportedNetwork, ExportSource, TargetOptions } from './target.js';

/** The generator, and the discriminator where it is asked for. */
export function chosenNetworks(
  { networks: { generator, discriminator } }: ExportSource,
  options: TargetOptions,
): readonly ExportedNetwork[] {
  return options.discriminator === true ? [generator, discriminator] : [generator];
}

/** A file of a network's model. */
interface ModelFile {
  readonly file: string;
  /** As of `NetworkModels`. */
  readonly fixedBy?: string;
}

/** A sentence for each model that takes batches of one size only. */
export function fixedBatchNotes(
  models: readonly ModelFile[],
  batchSize: number,
): readonly string[] {
  return models.flatMap(({ file, fixedBy }) =>
    fixedBy === undefined
      ? []
      : [`${file} takes ${batchSize} samples at a time, the batch size of the spec: ${fixedBy}`],
  );
}
