/** The workloads that all peers train. */
import { readFileSync } from 'node:fs';
import { UsageError } from './options.js';

/** A network at a batch size. */
export interface Workload {
  /** By default the network and the batch, as in `ring-256`. */
  readonly name: string;
  readonly network: string;
  /** Numbers for the parameters of the network. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly title: string;
  readonly batch: number;
  /**
   * The least number of times that a step of a peer shall take as long as one of ganspec, by the beginning of the peer's name.
   */
  readonly target: Readonly<Record<string, number>>;
}

/** A network as every peer trains it. */
export interface Network {
  readonly title: string;
  /** In the language of ganspec; default: the preset of the network's name. */
  readonly spec?: object;
  readonly latent: number;
  /** Its shape; an axis may be a parameter of the network. */
  readonly sample: readonly (number | string)[];
  readonly loss: string;
  readonly update: string;
  readonly criticSteps: number;
  readonly penalties?: readonly Penalty[];
  readonly learningRate: number;
  readonly betas: readonly number[];
  /** Decay of the generator's moving average. */
  readonly average?: number;
}

/** A penalty that acts on every n-th update of its network only. */
interface Penalty {
  readonly type: string;
  readonly weight: number;
  /** Default: 1. */
  readonly every?: number;
}

interface WorkloadFile {
  readonly networks: Readonly<Record<string, Network>>;
  readonly workloads: readonly (Pick<Workload, 'network' | 'batch' | 'target'> &
    Partial<Workload>)[];
}

const file = new URL('../peers/workloads.json', import.meta.url);
// The workers in Python read it, too.
const content = JSON.parse(readFileSync(file, 'utf8')) as WorkloadFile;

export const { networks } = content;

/** The spec of a workload's network at its batch size. */
export function specOf({
  network,
  parameters: numbers,
  batch: batchSize,
}: Pick<Workload, 'network' | 'parameters' | 'batch'>): object {
  const {
    training = {},
    parameters = {},
    ...spec
  }: { training?: object; parameters?: object } = networks[network]?.spec ?? { extends: network };
  return {
    ...spec,
    parameters: { ...parameters, ...numbers },
    training: { ...training, batchSize },
  };
}

/** Iterations after which all penalties of a network are due again: a step is the mean of so many. */
export function periodOf(network: string): number {
  return Math.max(1, ...(networks[network]?.penalties ?? []).map(({ every = 1 }) => every));
}

export const workloads: readonly Workload[] = content.workloads.map(
  ({ network, batch, ...given }) => ({
    name: `${network}-${batch}`,
    network,
    parameters: {},
    title: networks[network]?.title ?? network,
    batch,
    ...given,
  }),
);

/** @throws UsageError with the names that there are. */
export function workloadNamed(name: string): Workload {
  const found = workloads.find((workload) => workload.name === name);
  if (found !== undefined) return found;
  const names = workloads.map((workload) => workload.name).join(', ');
  throw new UsageError(`there is no workload "${name}"; there are ${names}`);
}
