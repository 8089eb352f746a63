/** From options to shapes: everything about a GAN that is known before any tensor exists. */
import type { Report } from '../../diagnostics/report.js';
import type { Interval } from '../../registry/entries.js';
import { entryOf } from '../../registry/entryOf.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedGan } from '../resolvedGan.js';
import { advise } from './advise.js';
import { checkDiscriminator } from './checkDiscriminator.js';
import { checkGenerator } from './checkGenerator.js';
import { checkPenaltyNames } from './checkPenaltyNames.js';
import { checkSchedules } from './checkSchedules.js';
import { checkTraining } from './checkTraining.js';
import type { ResolveContext } from './resolveContext.js';
import { checkLimits } from './limits.js';
import { unbounded } from './range.js';
import { resolveNetwork } from './resolveNetwork.js';
import { checkWiring } from './checkWiring.js';

/**
 * Works out every layer's shape, parameters and costs, refuses what cannot work and warns of what will train badly.
 * @returns Undefined where an error was reported.
 * @throws GanspecError with exit code 4 where the data set cannot be described.
 */
export function resolve(spec: NormalSpec, context: ResolveContext): ResolvedGan | undefined {
  const report = new CountingReport(context.report);
  const rules = { registry: context.registry, report };
  const data = entryOf(rules.registry, 'dataset', spec.data.type).describe(
    spec.data,
    context.datasets,
  );
  const loss = entryOf(rules.registry, 'loss', spec.loss.type);
  checkWiring('generator', spec.generator.layers, rules);
  checkWiring('discriminator', spec.discriminator.layers, rules);
  const generator = resolveNetwork(
    { name: 'generator', shape: [spec.latent.dim], range: latentRange(spec) },
    spec.generator.layers,
    rules,
  );
  const discriminator = resolveNetwork(
    { name: 'discriminator', shape: data.shape, range: data.range ?? unbounded },
    spec.discriminator.layers,
    rules,
  );
  checkLimits(
    spec,
    { generator: generator.layers, discriminator: discriminator.layers },
    { report, limits: context.limits },
  );
  checkTraining(spec, data, rules);
  checkPenaltyNames(spec, rules);
  checkSchedules(spec, rules);
  if (generator.network) checkGenerator(generator.network, data, spec, rules);
  if (discriminator.network) {
    checkDiscriminator(discriminator.network, loss, rules);
    advise(spec, discriminator.network, loss, rules);
  }
  if (report.errors > 0 || !generator.network || !discriminator.network) return undefined;
  return {
    spec,
    data,
    networks: { generator: generator.network, discriminator: discriminator.network },
  };
}

function latentRange({ latent }: NormalSpec): Interval {
  return latent.distribution === 'uniform' ? [-1, 1] : unbounded;
}

/** Passes reports on and counts the errors among them. */
class CountingReport implements Report {
  errors = 0;

  constructor(private readonly next: Report) {}

  error(...report: Parameters<Report['error']>): void {
    this.errors += 1;
    this.next.error(...report);
  }

  warning(...report: Parameters<Report['warning']>): void {
    this.next.warning(...report);
  }
}
