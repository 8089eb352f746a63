/** `ganspec penalties eval`: the value of a penalty for D(x) = activation(weights · x) and G(z) = z · matrix. */
import { Option, type Command } from 'commander';
import { players, type Player } from '../../entries/player.js';
import type { PenaltyValues } from '../../tools.js';
import { numberList } from '../numberList.js';
import { namedNumbers } from '../namedNumbers.js';
import { openTerm } from '../openTerm.js';
import { refuse } from '../refuse.js';
import { takesPlugins, takesSettings, type SpecOptions } from '../specOptions.js';
import { numberLines, print, printJson } from '../stdout.js';
import { tinyGan, type TinyGanOptions } from '../tinyGan.js';

interface EvaluateOptions extends Pick<SpecOptions, 'plugin' | 'set'>, TinyGanOptions {
  readonly network?: Player;
  readonly state?: Readonly<Record<string, number>>;
  readonly json?: boolean;
}

/** Adds the command to `penalties`. */
export function addEvaluatePenalty(penalties: Command): void {
  takesSettings(takesPlugins(penalties.command('eval')))
    .description(
      'evaluate a penalty on the discriminator D(x) = activation(weights · x) and the generator G(z) = z · matrix, in float64; every layer name is taken: of D it gives weights · x before the sum, of G it gives z',
    )
    .argument('<type>', 'type of the penalty')
    .option('--weights <numbers>', 'weights of the discriminator', numberList, [3, 4])
    .option('--activation <type>', 'activation of the discriminator', 'linear')
    .option('--generator <numbers>', 'matrix, row by row (default: the identity)', numberList)
    .option('--real <numbers>', 'real samples, one after the other (default: ones)', numberList)
    .option('--fake <numbers>', 'as many z, generated samples by default (zeros)', numberList)
    .addOption(new Option('--network <name>', 'whose loss is meant').choices(players))
    .option('--state <numbers>', 'numbers that the penalty keeps, as in meanReal=1', namedNumbers)
    .option('--json', 'print one JSON document')
    .action(evaluate);
}

async function evaluate(type: string, options: EvaluateOptions): Promise<void> {
  const tiny = tinyGan(options);
  const { evaluatePenalty } = await import('../../tools.js');
  const opened = await openTerm('penalties', [{ type }], 'penalties.0', options);
  const [penalty] = opened?.spec.penalties ?? [];
  if (!opened || !penalty) return;
  const { registry } = opened.compiler;
  const known = registry.all('activation').filter(({ schema }) => schema.required.length === 1);
  if (!known.some((entry) => entry.type === tiny.activation)) {
    refuse(`There is no activation "${tiny.activation}" that needs no option.`);
  }
  const values = evaluatePenalty(penalty, tiny, registry, options.network, options.state);
  if (options.json) printJson(values);
  else print(linesOf(values).join('\n'));
}

function linesOf({ nextState, ...values }: PenaltyValues): readonly string[] {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${String(value)}`],
  );
  return [...lines, ...numberLines('next', nextState)];
}
