/** The target `safetensors`: the generator's weights. */
import { writeSafetensors } from '../../checkpoint/safetensors.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { ExportSource, WriteTarget } from './target.js';

/** `generator.safetensors`. */
export const safetensorsFiles: WriteTarget = (source) => {
  const { generator, iteration, weights, writtenBy } = source;
  const metadata = {
    name: generator.name,
    iteration: String(iteration),
    weights,
    writtenBy,
  };
  const bytes = writeSafetensors(generatorWeights(source), metadata);
  return { files: new Map([['generator.safetensors', bytes]]) };
};

/** The weights that the generator samples with, by layer and parameter, as in `generator/dense_0/kernel`. */
export function generatorWeights({ networks, state }: ExportSource): TensorMap {
  const { inputs } = networks.generator.graph;
  return new Map(
    inputs.flatMap(({ name, kind }) => {
      const tensor = kind === 'state' ? state.get(name) : undefined;
      return tensor ? [[name.replace(/^ema\//, ''), tensor] as const] : [];
    }),
  );
}
