/** The peers train what the specs say. */
import { expect, it } from 'vitest';
import { networks, specOf, workloads } from '../../bench/compare/workloads.js';
import { createCompiler } from '../../src/index.js';

const compiler = createCompiler();

it.each(workloads)('ganspec trains $name as the peers do', (workload) => {
  const network = networks[workload.network];
  if (network === undefined) throw new Error(`there is no network ${workload.network}`);
  const { resolved } = compiler.compile(specOf(workload));
  const { latent, loss, penalties, optimizers, training } = resolved.spec;
  const ofOptimizer = {
    type: 'adam',
    learningRate: network.learningRate,
    beta1: network.betas[0],
    beta2: network.betas[1],
  };
  expect(optimizers).toMatchObject({ generator: ofOptimizer, discriminator: ofOptimizer });
  expect(latent).toMatchObject({ dim: network.latent, distribution: 'normal' });
  expect(resolved.networks.generator.outputShape).toEqual(
    network.sample.map((axis) => workload.parameters[axis] ?? axis),
  );
  expect(loss).toMatchObject({ type: network.loss });
  expect(penalties.map(({ type, weight, every }) => ({ type, weight, every }))).toEqual(
    (network.penalties ?? []).map((penalty) => ({ every: 1, ...penalty })),
  );
  expect(training).toMatchObject({
    update: network.update,
    discriminatorSteps: network.criticSteps,
    augment: null,
  });
  expect(training.ema === null ? undefined : training.ema).toEqual(
    network.average === undefined
      ? undefined
      : expect.objectContaining({ decay: network.average, halfLife: null }),
  );
});
