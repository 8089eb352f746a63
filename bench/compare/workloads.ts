/** The workloads that all peers train. */
import { readFileSync } from 'node:fs';

/** A network at a batch size. */
export interface Workload {
  /** The network and the batch, as in `ring-256`. */
  readonly name: string;
  readonly network: string;
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
  readonly sample: readonly number[];
  readonly loss: string;
  readonly update: string;
  readonly criticSteps: number;
  readonly penalty?: { readonly type: string; readonly weight: number };
  readonly learningRate: number;
  readonly betas: readonly number[];
  /** Decay of the generator's moving average. */
  readonly average?: number;
}

interface WorkloadFile {
  readonly networks: Readonly<Record<string, Network>>;
  readonly workloads: readonly Pick<Workload, 'network' | 'batch' | 'target'>[];
}

const file = new URL('../peers/workloads.json', import.meta.url);
// The workers in Python read it, too.
const content = JSON.parse(readFileSync(file, 'utf8')) as WorkloadFile;

export const { networks } = content;

/** The spec of a network at a batch size. */
export function specOf(network: string, batchSize: number): object {
  const { training = {}, ...spec }: { training?: object } = networks[network]?.spec ?? {
    extends: network,
  };
  return { ...spec, training: { ...training, batchSize } };
}

export const workloads: readonly Workload[] = content.workloads.map(
  ({ network, batch, target }) => ({
    name: `${network}-${batch}`,
    network,
    title: networks[network]?.title ?? network,
    batch,
    target,
  }),
);
