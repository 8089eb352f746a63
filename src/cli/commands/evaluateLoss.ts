/** `ganspec losses eval`: the losses of both networks and their derivatives at given scores. */
import type { Command } from 'commander';
import type { LossValues } from '../../tools.js';
import { numberList } from '../numberList.js';
import { namedNumbers } from '../namedNumbers.js';
import { openTerm } from '../openTerm.js';
import { refuse } from '../refuse.js';
import { takesPlugins, takesSettings, type SpecOptions } from '../specOptions.js';
import { numberLines, print, printColumns, printJson } from '../stdout.js';

interface EvaluateOptions extends Pick<SpecOptions, 'plugin' | 'set'> {
  readonly real: readonly number[];
  readonly fake: readonly number[];
  readonly state?: Readonly<Record<string, number>>;
  readonly json?: boolean;
}

/** Adds the command to `losses`. */
export function addEvaluateLoss(losses: Command): void {
  takesSettings(takesPlugins(losses.command('eval')))
    .description(
      'evaluate a loss and its gradients at given scores, or errors of reconstruction, in float64',
    )
    .argument('<type>', 'type of the loss')
    .requiredOption('--real <scores>', 'scores of real samples, as in 1.5,-0.2', numberList)
    .requiredOption('--fake <scores>', 'scores of generated samples', numberList)
    .option('--state <numbers>', 'numbers that the loss keeps, as in k=0.3', namedNumbers)
    .option('--json', 'print one JSON document')
    .action(async (type: string, { real, fake, state, ...options }: EvaluateOptions) => {
      const [{ evaluateLoss }, { GanspecError }] = await Promise.all([
        import('../../tools.js'),
        import('../../index.js'),
      ]);
      const opened = await openTerm('loss', { type }, 'loss', options);
      if (!opened) return;
      try {
        const { spec, compiler } = opened;
        const values = evaluateLoss(spec.loss, { real, fake }, compiler.registry, state);
        if (options.json) printJson(values);
        else printValues(values, real, fake);
      } catch (error) {
        if (real.length === fake.length || error instanceof GanspecError) throw error;
        refuse(`The loss "${type}" takes as many real scores as generated ones.`);
      }
    });
}

function printValues(
  { discriminatorLoss, generatorLoss, gradients, nextState, reports }: LossValues,
  real: readonly number[],
  fake: readonly number[],
): void {
  print(`discriminatorLoss ${discriminatorLoss}`);
  print(`generatorLoss ${generatorLoss}`);
  for (const line of [...numberLines('next', nextState), ...numberLines('report', reports)]) {
    print(line);
  }
  const rows = (name: string, scores: readonly number[], ...by: (readonly number[])[]) =>
    scores.map((score, i) => [name, ...[score, ...by.map((list) => list[i])].map(String)]);
  const { discriminatorByReal, discriminatorByFake, generatorByReal, generatorByFake } = gradients;
  printColumns([
    ['sample', 'score', 'd discriminatorLoss', 'd generatorLoss'],
    ...rows('real', real, discriminatorByReal, generatorByReal),
    ...rows('fake', fake, discriminatorByFake, generatorByFake),
  ]);
}
