/** The facts of a run that stay as they are while it trains. */
import { readFileSync } from 'node:fs';
import type { ResolvedLayer, ResolvedNetwork } from '../language/resolvedGan.js';
import { networkPicture } from '../language/pictures/pictures.js';
import { bytesText, countText, sampleShapeText } from '../language/resolve/quantityText.js';
import { readRunFolder } from '../runs/savedRun.js';
import type { DetailsAnswer, LayerAnswer, NetworkAnswer, QuantityTexts } from './answers.js';
import { settingsOf } from './settings.js';

/**
 * Reads the networks and the spec of a run.
 * @throws GanspecError GAN513 where the folder is no run; GAN602 or GAN610 where a file was changed or damaged.
 */
export function detailsOf(folder: string): DetailsAnswer {
  const saved = readRunFolder(folder);
  saved.checkSpec();
  const { networks, spec } = saved.readResolved();
  const given: unknown = JSON.parse(readFileSync(saved.spec, 'utf8'));
  return {
    networks: Object.values(networks).map(networkAnswer),
    settings: settingsOf(spec, given),
  };
}

function networkAnswer(network: ResolvedNetwork): NetworkAnswer {
  return {
    name: network.name,
    input: sampleShapeText(network.inputShape),
    output: sampleShapeText(network.outputShape),
    layers: network.layers.map(layerAnswer),
    ...quantities(network),
    picture: networkPicture(network),
  };
}

function layerAnswer(layer: ResolvedLayer): LayerAnswer {
  const { name, type, inputs, outputShape } = layer;
  return { name, type, inputs, output: sampleShapeText(outputShape), ...quantities(layer) };
}

type Quantities = Pick<ResolvedNetwork, 'parameterCount' | 'flops' | 'activationBytes'>;

function quantities({ parameterCount, flops, activationBytes }: Quantities): QuantityTexts {
  return {
    parameters: countText(parameterCount),
    flops: countText(flops),
    activation: bytesText(activationBytes),
  };
}
