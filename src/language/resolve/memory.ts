/** The memory that training needs at least, from declared workspaces: known before any graph is recorded. */
import type { Report } from '../../diagnostics/report.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import { sizeOf } from '../../ir/tensorType.js';
import { augmentNumbers } from '../augmentPolicy.js';
import type { NormalSpec, NormalTraining } from '../normalSpec.js';
import { bytesText, countText } from './quantityText.js';
import type { Resolution } from './resolveNetwork.js';
import { roles, type Role } from './roles.js';

/** Memory in bytes, and the JSON Pointer of the part of the spec that takes most of it. */
export interface MemoryNeed {
  readonly bytes: number;
  readonly pointer: string;
}

interface Sources {
  readonly spec: NormalSpec;
  readonly data: DatasetDescription;
  readonly resolutions: readonly Resolution[];
  readonly registry: Registry;
}

/**
 * The need of training with a batch of this size: two copies of all parameters; of the step that needs most, the outputs of
 * the layers in each pass through a network, and the largest workspace; augmentation. Gradients are not counted, so training
 * needs more.
 */
export function memoryNeed(sources: Sources, batchSize: number): MemoryNeed {
  const training: NormalTraining = { ...sources.spec.training, batchSize };
  const augmentation = augmentNeed(sources, batchSize);
  const steps = passesOfSteps(sources).map((passes) => {
    const needs = sources.resolutions.flatMap((resolution) =>
      layerNeeds(resolution, roles[resolution.role].batch(training), passes[resolution.role] ?? 0),
    );
    const working = Math.max(0, ...needs.map((need) => need.working));
    const held = needs.reduce((sum, need) => sum + need.held, 0);
    const each = needs.map((need) => ({ ...need, bytes: need.held + need.working }));
    const { pointer } = largest([...each, augmentation]);
    return { pointer, bytes: held + working + augmentation.bytes };
  });
  return largest(steps);
}

/** The bytes that each layer of a network holds in a step, and those that it takes while it is computed. */
function layerNeeds({ workspaces }: Resolution, samples: number, passes: number) {
  return [...workspaces].map(([{ pointer, activationBytes, parameters }, workspace]) => {
    const numbers = parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const held = passes * samples * activationBytes + 2 * 4 * numbers;
    return { pointer, held, working: passes * 4 * workspace(samples) };
  });
}

function largest(needs: readonly MemoryNeed[]): MemoryNeed {
  const none = { pointer: '', bytes: 0 };
  return needs.reduce((best, each) => (each.bytes > best.bytes ? each : best), none);
}

/** Passes through each network of which a step keeps the outputs for its gradients; steps run one after the other. */
function passesOfSteps(sources: Sources): readonly Partial<Record<Role, number>>[] {
  const generator = passesOf('generator', sources);
  const discriminator = passesOf('discriminator', sources);
  const recognition = roles.recognition.passes;
  if (sources.spec.training.update !== 'alternating') {
    return [{ generator, discriminator, recognition }];
  }
  return [{ discriminator }, { generator, discriminator: 1, recognition }];
}

/** Passes of a step through a network, those of penalties included. Where both are scored together, they are one. */
function passesOf(role: 'generator' | 'discriminator', { spec, registry }: Sources): number {
  const own: number = spec.training.scoring === 'together' ? 1 : roles[role].passes;
  return spec.penalties.reduce(
    (sum, penalty) => sum + (entryOf(registry, 'penalty', penalty.type).passes(penalty)[role] ?? 0),
    own,
  );
}

/** Images of the data set and generated ones are augmented one after the other. */
function augmentNeed({ spec, data }: Sources, batchSize: number): MemoryNeed {
  const { augment } = spec.training;
  const numbers = augment ? augmentNumbers(augment.policy, data.shape) : 0;
  return { pointer: '/training/augment', bytes: 4 * batchSize * numbers };
}

/** The part of memory that a hint leaves to gradients and to the blocks that engines keep. */
const reserve = 5;

/** Refuses plans that need more memory than there is. */
export function checkMemoryNeed(sources: Sources, limit: number, report: Report): void {
  const { batchSize } = sources.spec.training;
  const need = memoryNeed(sources, batchSize);
  if (need.bytes <= limit) return;
  let [fitting, tooLarge] = [0, batchSize];
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (memoryNeed(sources, middle).bytes * reserve <= limit) fitting = middle;
    else tooLarge = middle;
  }
  const batch = {
    batchSize,
    fitting: largestTrainable(sources.spec.training, sources.resolutions, fitting),
  };
  reportMemory(need, limit, batch, report);
}

/** The largest batch up to this size that can be packed and compared by all layers; 0 where there is none. */
export function largestTrainable(
  training: NormalTraining,
  networks: readonly Pick<Resolution, 'role' | 'layers'>[],
  max: number,
): number {
  const batchSize = max - (max % training.packing);
  const isEnough = networks.every(({ role, layers }) => {
    const samples = roles[role].batch({ ...training, batchSize });
    return layers.every(({ minBatchSize }) => minBatchSize <= samples);
  });
  return isEnough ? batchSize : 0;
}

/** Reports a need beyond the limit as GAN704. @param batch The batch size of the spec, and one that fits or 0. */
export function reportMemory(
  { bytes, pointer }: MemoryNeed,
  limit: number,
  { batchSize, fitting }: { readonly batchSize: number; readonly fitting: number },
  report: Report,
): void {
  const wayOut = 'if this machine has the memory, pass --allow-large';
  report.error(
    'GAN704',
    pointer,
    `training needs at least ${bytesText(bytes)}, and this machine has ${bytesText(limit)}; the largest part is at ${pointer}`,
    {
      hint:
        fitting >= 1
          ? `a batchSize of up to ${countText(fitting)} fits, instead of ${countText(batchSize)}; ${wayOut}`
          : `make this part smaller; ${wayOut}`,
    },
  );
}
