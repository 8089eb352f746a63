/** Outlines a GAN: one function for each network, term of a loss and step. */
import { entryOf } from '../../entries/entryOf.js';
import type { Player } from '../../entries/player.js';
import type { Registry } from '../../entries/registry.js';
import type { ResolvedGan, ResolvedNetwork, StepPlan } from '../../language/resolvedGan.js';
import { tf } from '../../tf.js';
import { adaptProbability } from '../adaptProbability.js';
import { recordAugmented } from '../augment/augmented.js';
import { bindConfig } from '../bindConfig.js';
import { classTerms, codeTerms } from '../classTerms.js';
import { recordNetwork } from '../network.js';
import { codesOf, fakeLabels, generate, latentVectors, withCodes } from '../samples.js';
import { stateTable, trainableOf } from '../stateTable.js';
import type { StepContext } from '../stepContext.js';
import { StepTensors } from '../stepTensors.js';
import { adversarialLoss, penaltyTerm } from '../terms.js';
import { OperandTensors, type StepOperand } from './operands.js';
import type {
  OutlinedFunction,
  OutlinedGan,
  OutlinedNetwork,
  OutlinedProjection,
  OutlinedStep,
  OutlinedTerm,
} from './outline.js';
import { recordFunction, type Source } from './recordFunction.js';

/** Records every function anew. */
export function outlineGan(resolved: ResolvedGan, registry: Registry): OutlinedGan {
  const source = { resolved, registry };
  const terms = new Map<string, TermFunction>();
  const steps = resolved.iteration.map((plan) => outlineStep(source, plan, terms));
  const augment = outlineAugment(source);
  return {
    resolved,
    networks: Object.values(resolved.networks).map((network) => outlineNetwork(source, network)),
    functions: [...[...terms.values()].map(({ outlined }) => outlined), ...augment],
    steps,
    samples: outlineSamples(source),
    projections: outlineProjections(source),
    state: stateTable(resolved, registry),
  };
}

/** A function with the operands that it takes of a step. */
interface TermFunction {
  readonly outlined: OutlinedFunction;
  readonly operands: readonly StepOperand[];
}

/** A term of a player's loss, to be recorded as a function. */
interface Term extends Omit<OutlinedTerm, 'call'> {
  readonly body: (context: StepContext, tensors: StepTensors) => ReturnType<typeof classTerms>;
}

function termsOf({ resolved, registry }: Source, player: Player): readonly Term[] {
  const { penalties } = resolved.spec;
  return [
    {
      player,
      name: `${player}_loss`,
      lazy: undefined,
      body: (context, tensors) => [adversarialLoss(context, tensors, player)],
    },
    {
      player,
      name: `${player}_class_loss`,
      lazy: undefined,
      body: (context, tensors) => classTerms(context, tensors, player),
    },
    {
      player,
      name: `${player}_code_loss`,
      lazy: undefined,
      body: (context, tensors) => (player === 'generator' ? codeTerms(context, tensors) : []),
    },
    ...penalties.flatMap((penalty): readonly Term[] => {
      const { name, every } = penalty;
      const networks = entryOf(registry, 'penalty', penalty.type).networks(penalty);
      if (!networks.includes(player)) return [];
      return [
        {
          player,
          name: networks.length > 1 ? `${name}_${player}` : name,
          lazy: every > 1 ? { name, every } : undefined,
          body: (context, tensors) => penaltyTerm(context, tensors, penalty, player),
        },
      ];
    }),
  ];
}

/** @param known Functions by name, to which those of the step are added. */
function outlineStep(
  source: Source,
  plan: StepPlan,
  known: Map<string, TermFunction>,
): OutlinedStep {
  const { step, trains } = plan;
  // A look ahead has the functions of the step that follows it, which move numbers that losses keep.
  const whole = step === 'extrapolation' ? 'joint' : step;
  const form = { step: whole, trains, due: plan.lazy.map(({ name }) => name), accumulates: false };
  const wanted = trains.flatMap((player) =>
    termsOf(source, player).flatMap((term) => {
      const found = known.get(term.name) ?? outlineTerm(source, term, form);
      if (!found) return [];
      known.set(term.name, found);
      return [{ term, found }];
    }),
  );
  const adapts = adaptation(source, form);
  if (adapts) known.set(adapts.outlined.name, adapts);
  const terms: OutlinedTerm[] = [];
  const body = recordFunction(step, step, source, (context, calls) => {
    const tensors = new StepTensors({ ...context, ...form });
    terms.length = 0;
    const call = ({ outlined, operands }: TermFunction) =>
      calls.term(
        outlined.name,
        operands.map(({ of }) => of(tensors)),
      );
    for (const { term, found } of wanted) {
      call(found);
      const { player, name, lazy } = term;
      terms.push({ player, name, lazy, call: calls.calls.length - 1 });
    }
    if (trains.includes('discriminator')) {
      context.scope.result('realScore', tf.mean(tensors.scores.real));
      context.scope.result('fakeScore', tf.mean(tensors.scores.fake));
    }
    if (adapts) call(adapts);
    return { returns: [], operands: [] };
  });
  return { step, body, terms };
}

/** Undefined for a term that this GAN does not have, such as that of classes. */
function outlineTerm(
  source: Source,
  { name, body }: Term,
  form: Omit<StepContext, 'scope' | 'registry' | 'resolved'>,
): TermFunction | undefined {
  let operands: readonly StepOperand[] = [];
  const outlined = recordFunction(name, form.step, source, (context) => {
    const own = { ...context, ...form };
    const tensors = new OperandTensors(own);
    const [first, ...others] = body(own, tensors);
    operands = tensors.operands;
    return {
      returns: first ? [others.reduce((sum, term) => tf.add(sum, term), first)] : [],
      operands,
    };
  });
  return outlined.returns.length === 0 ? undefined : { outlined, operands };
}

/** The chance of augmentation after a step, where it adapts. */
function adaptation(
  source: Source,
  form: Omit<StepContext, 'scope' | 'registry' | 'resolved'>,
): TermFunction | undefined {
  const { augment } = source.resolved.spec.training;
  if (augment?.target == null || !form.trains.includes('discriminator')) return undefined;
  let operands: readonly StepOperand[] = [];
  const outlined = recordFunction('adapt_augmentation', form.step, source, (context) => {
    const own = { ...context, ...form };
    const tensors = new OperandTensors(own);
    adaptProbability(own, tensors);
    operands = tensors.operands;
    return { returns: [], operands };
  });
  return { outlined, operands };
}

function outlineSamples(source: Source): OutlinedFunction {
  return recordFunction('samples', 'sample', source, (context) => {
    const latent = withCodes(latentVectors(context), codesOf(context));
    const options = { training: false, updateStatistics: false } as const;
    const { output } = generate(context, latent, fakeLabels(context), options);
    return { returns: [output], operands: [] };
  });
}

/** By the first parameter of each network: a projection works element by element. */
function outlineProjections(source: Source): readonly OutlinedProjection[] {
  const { resolved, registry } = source;
  return Object.values(resolved.networks).flatMap((network) =>
    resolved.spec.penalties.flatMap((penalty, index) => {
      const entry = entryOf(registry, 'penalty', penalty.type);
      const [parameter] = trainableOf(network);
      const isMeant = entry.networks(penalty).some((player) => player === network.name);
      const { project } = entry;
      if (!project || !isMeant || !parameter) return [];
      const { shape } = parameter;
      const body = recordFunction(`project_${penalty.name}`, 'project', source, (context) => {
        const { scope } = context;
        const value = scope.recorder.input('operand value', { dtype: 'float32', shape }, 'feed');
        const returned = scope.recorder.at(`/penalties/${index}`, () =>
          project(value, bindConfig(scope, registry, penalty.name, entry, penalty)),
        );
        const operands = [{ name: 'value', value: scope.recorder.valueOf(value) }];
        return { returns: [returned], operands };
      });
      return [{ network: network.name, penalty: penalty.name, body }];
    }),
  );
}

function outlineAugment(source: Source): readonly OutlinedFunction[] {
  const { augment, packing } = source.resolved.spec.training;
  if (!augment) return [];
  const outlined = recordFunction('augment', 'augment', source, (context) => {
    const { spec, networks } = context.resolved;
    const shape = [spec.training.batchSize / packing, ...networks.discriminator.inputShape];
    const { recorder } = context.scope;
    const images = recorder.input('operand images', { dtype: 'float32', shape }, 'feed');
    const options = { training: true, updateStatistics: false };
    const changed = recordAugmented(context, augment, images, options);
    return {
      returns: [changed],
      operands: [{ name: 'images', value: recorder.valueOf(images) }],
    };
  });
  return [outlined];
}

function outlineNetwork(source: Source, network: ResolvedNetwork): OutlinedNetwork {
  const pass = (training: boolean): OutlinedFunction =>
    recordFunction(network.name, network.name, source, (context) => {
      const { scope, registry, resolved } = context;
      const { batchSize, packing } = resolved.spec.training;
      const rows = network.role === 'generator' ? batchSize : batchSize / packing;
      const declare = (name: string, shape: readonly number[]) =>
        scope.recorder.input(`operand ${name}`, { dtype: 'float32', shape }, 'feed');
      const input = declare('input', [rows, ...network.inputShape]);
      const isTold = network.layers.some((layer) => layer.inputs.includes('labels'));
      const labels = isTold ? declare('labels', [rows, network.classes ?? 1]) : undefined;
      const options = { training, updateStatistics: training, updateVectors: training };
      const { output, layer } = recordNetwork(scope, registry, network, { input, labels }, options);
      for (const { name } of network.layers) scope.result(`layer/${name}`, layer(name));
      const valueOf = (tensor: typeof input) => scope.recorder.valueOf(tensor);
      return {
        returns: [output],
        operands: [
          { name: 'input', value: valueOf(input) },
          ...(labels ? [{ name: 'labels', value: valueOf(labels) }] : []),
        ],
      };
    });
  return { role: network.role, training: pass(true), inference: pass(false) };
}
