/** From options to shapes: everything about a GAN that is known before any tensor exists. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { Report } from '../../diagnostics/report.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedGan } from '../resolvedGan.js';
import { advise, adviseUntrained } from './advise.js';
import { adviseUnused } from './adviseUnused.js';
import { checkBatch } from './checkBatch.js';
import { checkDiscriminator } from './checkDiscriminator.js';
import { checkGenerator } from './checkGenerator.js';
import { checkLabels } from './checkLabels.js';
import { checkLookups } from './checkLookups.js';
import { checkPenalties } from './checkPenalties.js';
import { checkPenaltyNames } from './checkPenaltyNames.js';
import { checkSchedules } from './checkSchedules.js';
import { checkTraining } from './checkTraining.js';
import type { ResolveContext } from './resolveContext.js';
import { checkLimits } from './limits.js';
import { resolveNetworks } from './resolveNetworks.js';

/**
 * Works out every layer's shape, parameters and costs, refuses what cannot work and warns of what will train badly.
 * What the spec alone tells comes before the data set is looked for.
 * @returns Undefined where an error was reported.
 */
export function resolve(spec: NormalSpec, context: ResolveContext): ResolvedGan | undefined {
  const report = new CountingReport(context.report);
  const rules = { registry: context.registry, report };
  checkPenaltyNames(spec, rules);
  adviseUnused(spec, rules);
  const data = context.data ?? describeData(spec, { ...context, report });
  if (!data) return undefined;
  const loss = entryOf(rules.registry, 'loss', spec.loss.type);
  const { generator, discriminator, recognition } = resolveNetworks(spec, data, rules);
  checkLimits(
    spec,
    {
      generator: [...generator.layers, ...(recognition?.layers ?? [])],
      discriminator: discriminator.layers,
    },
    { report, limits: context.limits },
  );
  checkTraining(spec, data, loss, rules);
  checkLabels(spec, data, loss, rules);
  checkPenalties(spec, data, rules);
  checkSchedules(spec, data, rules);
  if (generator.network) checkGenerator(generator.network, data, spec, rules);
  if (discriminator.network) {
    checkDiscriminator(discriminator.network, loss, rules);
    advise(spec, discriminator.network, loss, rules);
  }
  for (const { network } of [generator, discriminator, ...(recognition ? [recognition] : [])]) {
    if (!network) continue;
    checkBatch(network, spec, rules);
    checkLookups(network, rules);
    adviseUntrained(network, rules);
  }
  if (report.errors > 0 || !generator.network || !discriminator.network) return undefined;
  return {
    spec,
    data,
    classes: spec.labels && data.classes,
    networks: {
      generator: generator.network,
      discriminator: discriminator.network,
      ...(recognition?.network && { recognition: recognition.network }),
    },
  };
}

/** What is wrong with the data, or with the options that name them, has a place in the spec and is reported. */
function describeData(
  { data }: NormalSpec,
  { registry, report, datasets }: ResolveContext,
): DatasetDescription | undefined {
  try {
    return entryOf(registry, 'dataset', data.type).describe(data, datasets);
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    const { code, message, hint, exitCode } = error;
    const pointer = error.pointer ?? (exitCode === exitCodes.data ? '/data' : undefined);
    if (pointer === undefined) throw error;
    report.error(code, pointer, message, hint === undefined ? {} : { hint });
    return undefined;
  }
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
