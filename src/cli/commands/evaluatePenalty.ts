/** `ganspec penalties eval`: a penalty on the discriminator D(x) = activation(weights · x). */
import type { Command } from 'commander';
import type { PenaltyValues } from '../../tools.js';
import { numberList } from '../numberList.js';
import { openTerm } from '../openTerm.js';
import { refuse } from '../refuse.js';
import { takesPlugins, takesSettings, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

interface EvaluateOptions extends Pick<SpecOptions, 'plugin' | 'set'> {
  readonly weights: readonly number[];
  readonly activation: string;
  readonly real?: readonly number[];
  readonly fake?: readonly number[];
  readonly json?: boolean;
}

/** Adds the command to `penalties`. */
export function addEvaluatePenalty(penalties: Command): void {
  takesSettings(takesPlugins(penalties.command('eval')))
    .description(
      'evaluate a penalty on the discriminator D(x) = activation(weights · x), in float64',
    )
    .argument('<type>', 'type of the penalty')
    .option('--weights <numbers>', 'weights of the discriminator', numberList, [3, 4])
    .option('--activation <type>', 'activation of the discriminator', 'linear')
    .option('--real <numbers>', 'one real sample (default: ones)', numberList)
    .option('--fake <numbers>', 'one generated sample (default: zeros)', numberList)
    .option('--json', 'print one JSON document')
    .action(evaluate);
}

async function evaluate(type: string, options: EvaluateOptions): Promise<void> {
  const { weights, activation } = options;
  const real = options.real ?? weights.map(() => 1);
  const fake = options.fake ?? weights.map(() => 0);
  if ([real, fake].some(({ length }) => length !== weights.length)) {
    refuse(`A sample has ${weights.length} numbers, as many as weights.`);
  }
  const { evaluatePenalty } = await import('../../tools.js');
  const opened = await openTerm('penalties', [{ type }], 'penalties.0', options);
  const [penalty] = opened?.spec.penalties ?? [];
  if (!opened || !penalty) return;
  const { registry } = opened.compiler;
  const known = registry.all('activation').filter(({ schema }) => schema.required.length === 1);
  if (!known.some((entry) => entry.type === activation)) {
    refuse(`There is no activation "${activation}" that needs no option.`);
  }
  const tiny = { weights, activation, real, fake };
  const values = evaluatePenalty(penalty, tiny, registry);
  if (options.json) printJson(values);
  else print(Object.entries(values).flatMap(lineOf).join('\n'));
}

function lineOf([name, value]: readonly [string, PenaltyValues[keyof PenaltyValues]]): string[] {
  return value === null ? [] : [`${name} ${String(value)}`];
}
