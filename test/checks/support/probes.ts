/** Layers on the inputs that the checks of entries use. */
import { examplesOf } from '../../../src/checks/example.js';
import { layerProbes as probesOf, type LayerProbe } from '../../../src/checks/layerProbe.js';
import { registry } from './complete.js';

export type { LayerProbe };

/** Every example of every layer on inputs of every rank that it accepts. @throws what a layer throws that accepts none. */
export function layerProbes(): readonly LayerProbe[] {
  return registry
    .all('layer')
    .flatMap((entry) => examplesOf('layer', entry, registry).flatMap(probesOf));
}
