/** Facts that the user should know of the project, one sentence each. */
import type { OutlinedGan } from '../../../program/outline/outline.js';
import { functionName } from './callText.js';
import { mixesSamples } from './perRank.js';

/** Names layers and functions that each rank computes of its own samples alone, though they are no means over samples. */
export function notesOf({ resolved, functions }: OutlinedGan): readonly string[] {
  const { syncBatchNorm } = resolved.spec.training;
  const layers = Object.values(resolved.networks).flatMap(({ role, layers: all }) =>
    all
      .filter(({ acrossBatch, type }) => acrossBatch && !(syncBatchNorm && type === 'batchNorm'))
      .map(({ name, type }) => ({ name: `${role}/${name}`, type })),
  );
  const names = layers.map(({ name }) => name).join(', ');
  const wayOut = layers.some(({ type }) => type === 'batchNorm')
    ? '; "syncBatchNorm": true in `training` takes the statistics of batch normalization over all ranks'
    : '';
  const terms = functions.filter(mixesSamples).map(({ name }) => functionName(name));
  return [
    ...(layers.length === 0
      ? []
      : [
          `on several ranks these layers see the batch of their rank alone, so results differ from one process: ${names}${wayOut}`,
        ]),
    ...(terms.length === 0
      ? []
      : [
          `on several ranks these functions of losses.py, which are no means over samples, are taken over the samples of each rank, so results differ from one process: ${terms.join(', ')}`,
        ]),
  ];
}
