/** The peers train what the specs say. */
import { expect, it } from 'vitest';
import { networks, specOf } from '../../bench/compare/workloads.js';
import { createCompiler } from '../../src/index.js';

const compiler = createCompiler();

it.each(Object.entries(networks))('ganspec trains %s as the peers do', (name, network) => {
  const { resolved } = compiler.compile(specOf(name, 8));
  const { latent, loss, penalties, optimizers, training } = resolved.spec;
  const ofOptimizer = {
    type: 'adam',
    learningRate: network.learningRate,
    beta1: network.betas[0],
    beta2: network.betas[1],
  };
  expect(optimizers).toMatchObject({ generator: ofOptimizer, discriminator: ofOptimizer });
  expect(latent).toMatchObject({ dim: network.latent });
  expect(resolved.networks.generator.outputShape).toEqual(network.sample);
  expect(loss).toMatchObject({ type: network.loss });
  expect(penalties.map(({ type, weight }) => ({ type, weight }))).toEqual(
    network.penalty === undefined ? [] : [network.penalty],
  );
  expect(training.update).toBe(network.update);
  expect(training.discriminatorSteps).toBe(network.criticSteps);
  expect(training.ema === null ? undefined : training.ema).toEqual(
    network.average === undefined ? undefined : expect.objectContaining({ decay: network.average }),
  );
});
