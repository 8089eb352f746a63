import { choicesOf, fits, propertiesOf, tagsOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonObject, ValueRule } from './rule.js';

/** The default of the options that a network's `kernelInitializer` gives another one. */
const usual = 'glorotNormal';

/** Written into the layers, so that later stages read it nowhere else. */
export const networkInitializers: ValueRule = {
  rule: 'the initializer of a network takes the place of glorotNormal where that is the default of a layer',
  apply: (value, choices, definitions) => {
    if (!isObject(value) || !Array.isArray(value['layers'])) return value;
    const { layers, kernelInitializer } = value;
    if (kernelInitializer === undefined || kernelInitializer === null) return value;
    const network = choices.find(
      (choice) => fits(value, choice) && 'layers' in propertiesOf(choice),
    );
    const list = choicesOf(network && propertiesOf(network)['layers'], definitions);
    const known = list.flatMap((choice) => choicesOf(choice['items'], definitions));
    return { ...value, layers: layers.map((layer) => filled(layer, kernelInitializer, known)) };
  },
};

/** @param layer As a spec may write it. @param known Schemas of layers. */
function filled(layer: unknown, initializer: unknown, known: readonly JsonSchema[]): unknown {
  const options: JsonObject = isObject(layer) ? layer : { type: layer };
  const schema = known.find((choice) => tagsOf(choice).some((tag) => tag === options['type']));
  // Those layers have an initialization of their own, which another would contradict.
  if (!schema || Boolean(options['equalizedLearningRate'])) return layer;
  const added = Object.entries(propertiesOf(schema))
    .filter(([key, option]) => isObject(option) && option['default'] === usual && !(key in options))
    .map(([key]) => [key, initializer]);
  return added.length === 0 ? layer : { ...options, ...Object.fromEntries(added) };
}
