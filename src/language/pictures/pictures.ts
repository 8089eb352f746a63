/** Networks and whole GANs as pictures in SVG. */
import { argumentMustBe, hasKeys, hasNamedValues } from '../../diagnostics/arguments.js';
import type { ResolvedGan, ResolvedNetwork } from '../resolvedGan.js';
import { flowDrawing } from './flowDrawing.js';
import { networkDrawing } from './networkDrawing.js';
import { sideBySide, svgFile, titleElement, titleHeight, type Drawing } from './svg.js';

/** A network with its layers. */
export function networkPicture(network: ResolvedNetwork): string {
  return svgFile(networkDrawing(network), `${network.name}: ${network.layers.length} layers`);
}

const isGan = argumentMustBe('a resolved GAN, as `gan.resolved` is', (value) =>
  hasKeys(value, {
    spec: hasNamedValues,
    data: hasNamedValues,
    networks: hasNamedValues,
    iteration: Array.isArray,
  }),
);

/**
 * A GAN as a picture in SVG: the way of samples and scores to the loss, the steps of an iteration, and each network with
 * its layers. It is dark where the reader is.
 * @throws GanspecError GAN540 where it is no resolved GAN.
 */
export function ganPicture(gan: ResolvedGan): string {
  isGan('gan of ganPicture', gan);
  const networks = Object.values(gan.networks).map((network) =>
    titled(network.name, networkDrawing(network)),
  );
  const { name } = gan.spec;
  return svgFile(sideBySide([titled(name, flowDrawing(gan)), ...networks], 48), name);
}

function titled(title: string, { width, height, content }: Drawing): Drawing {
  return {
    width,
    height: titleHeight + height,
    content: `${titleElement(title)}<g transform="translate(0 ${titleHeight})">${content}</g>`,
  };
}
