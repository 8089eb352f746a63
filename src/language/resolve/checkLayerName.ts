/** Options outside a network that name one of its layers. */
import type { Report } from '../../diagnostics/report.js';
import type { Player } from '../../entries/player.js';
import { namesInWords, spellingHint } from '../nearest.js';
import type { NormalSpec } from '../normalSpec.js';

/** Reports a name that no layer of the network has. */
export function checkLayerName(
  network: Player,
  wanted: string,
  pointer: string,
  spec: NormalSpec,
  report: Report,
): void {
  const names = spec[network].layers.map(({ name }) => name);
  if (names.includes(wanted)) return;
  const list = (): string => `its layers are ${namesInWords(names.map((name) => `"${name}"`))}`;
  report.error('GAN291', pointer, `no layer of the ${network} is called "${wanted}"`, {
    hint: () => spellingHint(wanted, names) ?? list(),
  });
}
