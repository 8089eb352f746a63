/** The classes of `networks.py`: one for each network, with the layers of the spec. */
import type { ResolvedLayer, ResolvedNetwork } from '../../../language/resolvedGan.js';
import type { OutlinedNetwork } from '../../../program/outline/outline.js';
import { brokenStatement } from './brokenStatement.js';
import type { Constants } from './constants.js';
import { tuple } from './expression.js';
import { layerAttributes, type NetworkFacts } from './networkFacts.js';
import { ForwardText } from './forwardText.js';
import { className } from './variables.js';

/** The class of a network. */
export function networkClass(
  outlined: OutlinedNetwork,
  network: ResolvedNetwork,
  facts: NetworkFacts,
  constants: Constants,
): string {
  const attributes = layerAttributes(network);
  const weights = network.layers
    .filter(({ parameters }) => parameters.length > 0)
    .flatMap((layer) =>
      brokenStatement(`self.${attributes.nameOf(layer.name)} = ${weightsText(layer)}`, 8),
    )
    .map((line) => `        ${line}\n`);
  const training = new ForwardText(outlined.training, network, facts, constants);
  const inference = new ForwardText(outlined.inference, network, facts, constants);
  const sections = network.layers.flatMap((layer) => {
    const [trained, inferred] = [training.section(layer), inference.section(layer)];
    if (trained.join('\n') === inferred.join('\n')) return trained;
    const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
    return ['if self.training:', ...indented(trained), 'else:', ...indented(inferred)];
  });
  const results = [network.output, ...facts.heads].map((name) => training.variableOf(name));
  const returned = results.length === 1 ? results.join('') : results.join(', ');
  const single = facts.heads.length === 0;
  const lines = [
    ...(sections.some((line) => /\bn\b/.test(line)) ? [`n = ${training.input}.shape[0]`] : []),
    ...sections,
    `return ${returned}`,
  ];
  return `class ${className(network.role)}(Network):
    """${shapeSentence(network)}"""

    def __init__(self) -> None:
        super().__init__()
${weights.join('')}
    def forward(${signature(facts)}) -> ${single ? 'Tensor' : `tuple[${results.map(() => 'Tensor').join(', ')}]`}:
${lines.map((line) => `        ${line}\n`).join('')}`;
}

function shapeSentence({ role, inputShape, outputShape, classes }: ResolvedNetwork): string {
  const shape = (sizes: readonly number[]): string => `[${['batch', ...sizes].join(', ')}]`;
  const told = classes === null ? '' : `; classes are one-hot, [batch, ${classes}]`;
  return `The ${role}: ${shape(inputShape)} to ${shape(outputShape)}${told}.`;
}

function signature({ isTold, draws, isScheduled, updates }: NetworkFacts): string {
  return [
    'self',
    'input: Tensor',
    ...(isTold ? ['labels: Tensor'] : []),
    ...(draws ? ['draws: Draws'] : []),
    ...(isScheduled ? ['scheduled: dict[str, Tensor]'] : []),
    ...(updates ? ['update: bool = False'] : []),
  ].join(', ');
}

function weightsText({ parameters }: ResolvedLayer): string {
  const shapeOf = (shape: readonly number[]): string => tuple(shape.map(String)) || '()';
  const trained = parameters.filter(({ trainable }) => trainable);
  const kept = parameters.filter(({ trainable }) => !trainable);
  const words = trained.map(({ name, shape }) => `${name}=${shapeOf(shape)}`);
  const statistics = kept.map(({ name, shape }) => `"${name}": ${shapeOf(shape)}`);
  const all = [...words, ...(kept.length > 0 ? [`kept={${statistics.join(', ')}}`] : [])];
  return `Weights(${all.join(', ')})`;
}
