/** Loss terms of classes and codes. */
import { InternalError } from '../diagnostics/errors.js';
import type { Player } from '../entries/player.js';
import { tf, type Tensor } from '../tf.js';
import { bindScalar } from './bindConfig.js';
import type { Code } from './samples.js';
import type { StepContext } from './stepContext.js';
import type { SampleSource, StepTensors } from './stepTensors.js';

/**
 * The auxiliary classifier's cross-entropy, weighted: on real samples and, with `fake`, generated ones for the
 * discriminator; on generated ones for the generator.
 * @source Odena, Olah, Shlens 2017, arXiv:1610.09585, eq. (2) and (3)
 */
export function classTerms(
  { scope, registry, resolved }: StepContext,
  tensors: StepTensors,
  player: Player,
): readonly Tensor[] {
  const { classifier } = resolved.networks.discriminator.heads;
  const auxiliary = resolved.spec.labels?.auxiliary;
  if (classifier === undefined || !auxiliary) return [];
  const entropyOf = (source: SampleSource): Tensor => classLoss(tensors, source, classifier);
  const sources: readonly SampleSource[] =
    player === 'generator' ? ['fake'] : auxiliary.fake ? ['real', 'fake'] : ['real'];
  const loss = sumOf(sources.map(entropyOf));
  scope.result(`${player}ClassLoss`, loss);
  const option = `${player}Weight` as const;
  const weight = bindScalar(scope, registry, `labels/auxiliary/${option}`, auxiliary[option]);
  return [tf.mul(loss, weight)];
}

/** Cross-entropy of the classes of samples, as the auxiliary classifier tells them. @param classifier Its layer. */
export function classLoss(tensors: StepTensors, source: SampleSource, classifier: string): Tensor {
  const labels = tensors.labels(source);
  if (!labels) throw new InternalError('a classifier without classes');
  return crossEntropy(labels, tensors.scored(source).layer(classifier));
}

/**
 * The recognition network's loss, weighted: cross-entropy of categorical codes, and half the squared error of continuous
 * ones, which is the negative log-likelihood, up to a constant, under a normal distribution of unit variance.
 * @source Chen et al. 2016, arXiv:1606.03657, eq. (5)
 */
export function codeTerms(
  { scope, registry, resolved }: StepContext,
  tensors: StepTensors,
): readonly Tensor[] {
  const { features } = resolved.networks.discriminator.heads;
  const found = features === undefined ? undefined : tensors.recognized(features);
  if (!found) return [];
  let begin = 0;
  const terms = tensors.codes.map((code, index) => {
    const [batch = 1, size = 0] = code.tensor.shape;
    const predicted = tf.slice(found, [0, begin], [batch, size]);
    begin += size;
    const option = `${code.kind}Weight`;
    const weight = bindScalar(scope, registry, `labels/codes/${option}`, code.weight);
    const loss = codeLoss(code, predicted);
    scope.result(code.kind === 'continuous' ? 'continuousCodeLoss' : `codeLoss_${index}`, loss);
    return tf.mul(loss, weight);
  });
  return [sumOf(terms)];
}

function codeLoss({ kind, tensor }: Code, predicted: Tensor): Tensor {
  if (kind === 'categorical') return crossEntropy(tensor, predicted);
  return tf.mean(tf.mul(tf.sum(tf.square(tf.sub(tensor, predicted)), 1), 0.5));
}

/** −Σ y · log softmax(logits), the mean over the batch; y is one-hot. */
function crossEntropy(labels: Tensor, logits: Tensor): Tensor {
  const largest = tf.max(logits, 1, true);
  const shifted = tf.sub(logits, largest);
  const total = tf.log(tf.sum(tf.exp(shifted), 1));
  return tf.mean(tf.sub(total, tf.sum(tf.mul(labels, shifted), 1)));
}

function sumOf(terms: readonly Tensor[]): Tensor {
  return terms.reduce((total, term) => tf.add(total, term));
}
