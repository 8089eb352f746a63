/** From options to shapes: everything about a GAN that is known before any tensor exists. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { Report } from '../../diagnostics/report.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedGan, ResolvedNetwork } from '../resolvedGan.js';
import type { ByRole, Role } from './roles.js';
import { adviseCheckpoints } from './adviseCheckpoints.js';
import { advise, adviseUntrained } from './advise.js';
import { adviseRates } from './adviseRates.js';
import { adviseUnused } from './adviseUnused.js';
import { checkBatch } from './checkBatch.js';
import { checkDiscriminator } from './checkDiscriminator.js';
import { checkGenerator } from './checkGenerator.js';
import { checkLabels } from './checkLabels.js';
import { adviseLookups, checkLookups } from './checkLookups.js';
import { checkLazy, checkPenalties } from './checkPenalties.js';
import { checkMetrics } from './checkMetrics.js';
import { checkPenaltyNames } from './checkPenaltyNames.js';
import { adviseFlattened } from './flattened.js';
import { checkSchedules } from './checkSchedules.js';
import { checkTraining } from './checkTraining.js';
import type { ResolveContext } from './resolveContext.js';
import { iterationOf } from './iteration.js';
import { checkLimits } from './limits.js';
import { checkMemoryNeed } from './memory.js';
import { resolveNetworks, type Resolutions } from './resolveNetworks.js';

/** A spec after resolution. */
export interface Resolved {
  /** Absent where an error was reported. */
  readonly gan?: ResolvedGan;
  /** The networks of which every layer could be resolved. */
  readonly networks: Partial<ByRole<ResolvedNetwork>>;
  /** Absent where the files of the data are missing or damaged. */
  readonly data?: DatasetDescription;
}

/**
 * Works out every layer's shape, parameters and costs, reports what cannot work and warns of what will train badly.
 * Rules about the spec alone come before the data set is looked for. Where its files are missing, the networks are checked
 * against the samples that its options tell of, or else against those that the generator yields.
 */
export function resolve(spec: NormalSpec, context: ResolveContext): Resolved {
  const report = new CountingReport(context.report);
  const rules = { registry: context.registry, report };
  checkPenaltyNames(spec, rules);
  adviseUnused(spec, rules);
  const data = context.data ?? describeData(spec, { ...context, report });
  if (!data) return { networks: withoutData(spec, { ...context, report: errorsTo(report) }) };
  checkMetrics(spec, data, rules);
  const networks = resolveWith(spec, data, { ...context, report });
  const { generator, discriminator } = networks;
  if (report.errors > 0 || !generator || !discriminator) return { networks, data };
  const gan = {
    spec,
    data,
    classes: spec.labels && data.classes,
    networks: { ...networks, generator, discriminator },
    iteration: iterationOf(spec, rules.registry),
  };
  return { gan, networks, data };
}

function resolveWith(
  spec: NormalSpec,
  data: DatasetDescription,
  { registry, limits, report: next }: ResolveContext,
): Resolved['networks'] {
  const report = new CountingReport(next);
  const rules = { registry, report };
  const loss = entryOf(registry, 'loss', spec.loss.type);
  const resolutions = resolveNetworks(spec, data, rules);
  checkLimits(spec, Object.values(resolutions), { report, limits });
  const sources = { spec, data, registry, resolutions: Object.values(resolutions) };
  if (report.errors === 0) checkMemoryNeed(sources, limits.memoryBytes, report);
  checkTraining(spec, data, loss, rules);
  checkLabels(spec, data, loss, rules);
  checkPenalties(spec, data, rules);
  checkLazy(spec, iterationOf(spec, registry), rules);
  checkSchedules(spec, data, rules);
  adviseRates(spec, data, rules);
  adviseCheckpoints(spec, rules);
  const networks = networksOf(resolutions);
  const { generator, discriminator } = networks;
  if (generator) checkGenerator(generator, data, spec, rules);
  if (discriminator) {
    checkDiscriminator(discriminator, spec, loss, rules);
    advise(spec, discriminator, loss, rules);
    if (generator) adviseFlattened([generator, discriminator], data, spec, rules);
  }
  for (const network of Object.values(networks)) {
    checkBatch(network, spec, rules);
    checkLookups(network, rules);
    adviseUntrained(network, rules);
  }
  if (discriminator) adviseLookups(discriminator, rules);
  return networks;
}

/** Number of samples and of classes of a data set whose files are missing. */
const assumed = { count: 1_000_000, classes: 10 };

/** Resolves the networks of a spec whose data are missing. */
function withoutData(spec: NormalSpec, context: ResolveContext): Resolved['networks'] {
  const { data, labels } = spec;
  const outline = entryOf(context.registry, 'dataset', data.type).outline?.(data);
  const facts = { ...assumed, classes: labels ? assumed.classes : null };
  if (outline) return resolveWith(spec, { ...outline, ...facts }, context);
  const silent = { registry: context.registry, report: errorsTo() };
  const anyShape = { shape: [1], range: null, ...facts };
  const { network } = resolveNetworks(spec, anyShape, silent).generator;
  if (!network) return resolveWith(spec, anyShape, context);
  const { outputShape: shape, outputRange } = network;
  const range = outputRange.every(Number.isFinite) ? outputRange : null;
  return resolveWith(spec, { shape, range, ...facts }, context);
}

/** Passes on errors alone: doubts about data that are not there would be groundless. */
function errorsTo(report?: Report): Report {
  return {
    error: (...all) => report?.error(...all),
    warning: () => undefined,
  };
}

/** The networks of which every layer could be resolved. */
function networksOf(resolutions: Resolutions): Partial<Readonly<Record<Role, ResolvedNetwork>>> {
  return Object.fromEntries(
    Object.values(resolutions).flatMap(({ role, network }) =>
      network ? [[role, network] as const] : [],
    ),
  );
}

/** Describes the data set; reports errors and doubts about the data, or the options that name them, at their place in the spec. */
function describeData(
  { data }: NormalSpec,
  { registry, report, datasets }: ResolveContext,
): DatasetDescription | undefined {
  try {
    const description = entryOf(registry, 'dataset', data.type).describe(data, datasets);
    for (const { code, message, hint, pointer = '/data' } of description.warnings ?? []) {
      report.warning(code, pointer, message, hint === undefined ? {} : { hint });
    }
    return description;
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    const { code, message, hint, exitCode } = error;
    const pointer = error.pointer ?? (exitCode === exitCodes.data ? '/data' : undefined);
    if (pointer === undefined) throw error;
    report.error(code, pointer, message, hint === undefined ? {} : { hint });
    return undefined;
  }
}

/** Passes reports on to another report and counts the errors among them. */
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
