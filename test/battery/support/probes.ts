/** Inputs that any layer is tried on: 32 values as an image, as a vector and as two images to be joined. */
import type { Shape } from '../../../src/ir/tensorType.js';
import type { LayerEntry } from '../../../src/registry/entries.js';
import { examplesOf, type Example } from './examples.js';

const image: Shape = [4, 4, 2];
const vector: Shape = [32];

/** An example of a layer with shapes, without the batch axis, that it accepts. */
export interface LayerProbe extends Example<'layer'> {
  readonly inputs: readonly Shape[];
}

/** Every example of every layer on all of these inputs that it accepts. @throws Error where it accepts none. */
export function layerProbes(): readonly LayerProbe[] {
  return examplesOf('layer').flatMap((example) => {
    const candidates = example.entry.merges ? [[image, image]] : [[image], [vector]];
    const accepted = candidates.filter((inputs) => accepts(example, inputs));
    if (accepted.length === 0) throw new Error(`${example.title} accepts no probe`);
    return accepted.map((inputs) => ({
      ...example,
      title: `${example.title} on ${JSON.stringify(inputs)}`,
      inputs,
    }));
  });
}

function accepts(
  { entry, config }: { entry: LayerEntry; config: { type: string } },
  inputs: readonly Shape[],
): boolean {
  try {
    entry.outputShape(inputs, config);
    return true;
  } catch {
    return false;
  }
}
