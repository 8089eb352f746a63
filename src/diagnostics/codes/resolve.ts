/** Codes of resolution: GAN200 to GAN299 refuse, GAN300 to GAN399 warn. */
import type { CodeTable } from './code.js';

export const resolveCodes = {
  GAN201: {
    title: 'The generator yields another shape than the data',
    why: 'The discriminator sees real and generated samples through the same layers, so both need one shape.',
    fix: 'Follow the sizes in the message from layer to layer and mend the one that goes astray; where one change of a layer mends it, the hint says which.',
  },
  GAN202: {
    title: "The generator's values cannot fill the range of the data",
    why: 'An output that is never negative cannot imitate images in [-1, 1]: the discriminator tells the two apart for good.',
    fix: 'End the generator with the activation that the hint names: tanh for data in [-1, 1], sigmoid for data in [0, 1].',
  },
  GAN203: {
    title: 'The discriminator does not yield what the loss takes',
    why: 'Most losses take one number per sample; a loss on reconstructions takes a discriminator that makes each sample again.',
    fix: 'End the discriminator with "flatten" and a dense layer of one unit; for a loss on reconstructions let it be an auto-encoder.',
  },
  GAN204: {
    title: 'A layer cannot work on what it is given',
    why: "A layer's options and the shape of its input contradict each other, as in a reshape to another number of elements.",
    fix: 'Change the option that is underlined, or the layers before it.',
  },
  GAN205: {
    title: 'The discriminator squashes its scores',
    why: 'Losses take raw scores (logits) and apply what they need themselves; a sigmoid applied twice leaves hardly any gradient.',
    fix: 'Remove the sigmoid at the end of the discriminator.',
  },
  GAN206: {
    title: 'The batch is larger than the data set',
    why: 'A batch shows each sample at most once.',
    fix: 'Use a smaller batchSize.',
  },
  GAN207: {
    title: 'Training options that exclude each other',
    why: 'A simultaneous or extra-gradient update trains both networks once, from one forward pass: neither comes first or is trained more often. Latent vectors can be reused only where one generator update follows the discriminator, a real batch repeated only where the discriminator has several updates, and both only where an update sees one batch. "topK" leaves generated samples out, which a loss on the mean of all their scores does not allow.',
    fix: 'Leave the option that is underlined at its default, or change the one that the note points at.',
  },
  GAN208: {
    title: 'A schedule leaves the bounds of the option it drives',
    why: 'What is wrong as a plain number is as wrong when a schedule gives it at some step.',
    fix: 'Change the numbers of the schedule, or the number of training steps.',
  },
  GAN210: {
    title: 'A name of a layer is taken',
    why: 'Layers are told apart by name in "input", in tables and in files of weights; "input" is the name of the network\'s own input, "labels" that of the class, and names that begin with "labels_" or "codes_" are kept for layers that "labels" adds.',
    fix: 'Give the layer another name.',
  },
  GAN211: {
    title: 'A layer reads a layer that does not exist',
    why: '"input" names layers of the same network, or "input" for the network\'s own input.',
    fix: 'Correct the name; the hint has the nearest one.',
  },
  GAN212: {
    title: 'A layer reads one that comes later',
    why: 'Layers are computed in the order in which they are written; none can read itself.',
    fix: 'Move one of the two layers, or name another.',
  },
  GAN213: {
    title: 'A layer reads too many layers, or too few',
    why: '"add" and "concat" join two or more layers, "dot" joins two, some layers read a condition besides; every other layer reads exactly one.',
    fix: 'Name the layers to join in "input", or join them first.',
  },
  GAN214: {
    title: 'A name of a penalty is taken',
    why: "The value of a penalty stands in the log under its name, and its inputs are called by it; the names of a step's own results and inputs are taken too.",
    fix: 'Give the penalty another name.',
  },
  GAN215: {
    title: 'A penalty on images, and samples that are none',
    why: 'The penalty moves or mirrors images, which means nothing for other samples.',
    fix: 'Use a penalty that takes any samples, or data of shape [height, width, channels].',
  },
  GAN216: {
    title: 'Too many lazy penalties',
    why: 'A penalty with an "every" of more than 1 acts on some updates only. Each combination of such penalties is a graph of its own, and their number doubles with each penalty.',
    fix: 'Let at most four of the penalties of an update be lazy.',
  },
  GAN217: {
    title: 'A batch too small to compare its samples',
    why: 'Some layers set each sample of a batch against the others: batch normalization would take every value for its own mean, statistics over the batch would be the same for all.',
    fix: 'Use a larger "batchSize", or another layer.',
  },
  GAN218: {
    title: 'Classes that are looked up by number',
    why: 'The class of a sample comes as a one-hot vector, and a table is looked up by whole numbers: it would take each 0 and the 1 for a number of its own.',
    fix: 'Let a dense layer without bias read the class: its kernel is such a table.',
  },
  GAN290: {
    title: 'Classes that the data set does not have',
    why: '"labels" tells the networks the class of each sample, so the data set must know it.',
    fix: 'Use a data set with classes, or remove "labels".',
  },
  GAN291: {
    title: 'An option names a layer that does not exist',
    why: 'Some penalties, and the heads of "labels", read the output of one layer, called by its name.',
    fix: 'Correct the name; the hint has the nearest one, or all there are.',
  },
  GAN292: {
    title: 'Codes of nothing',
    why: 'A recognition network has nothing to find again where "codes" adds no number to the latent vector.',
    fix: 'Give "categorical" or "continuous", or remove "codes".',
  },
  GAN293: {
    title: 'Samples cannot be packed',
    why: 'A pack joins several samples of one batch: the batch must be a multiple of it, and what speaks of single samples (classes, augmentation) has no place in it.',
    fix: 'Change "packing" or "batchSize", or remove what the message names.',
  },
  GAN294: {
    title: 'Samples cannot be augmented',
    why: 'Augmentation moves and recolours images, and adapts itself by the sign of raw scores, where that tells real samples from generated ones.',
    fix: 'Remove the part of "augment" that is underlined.',
  },
  GAN295: {
    title: 'Conditioning that acts on nothing',
    why: '"conditionalBatchNorm" gives classes a gamma and a beta of their own in batchNorm layers; "projection" adds to the score of the discriminator.',
    fix: 'Choose another way of conditioning, or add what the message misses.',
  },
  GAN301: {
    title: 'A layer that nobody reads',
    why: 'It is computed and trained, yet changes nothing: the output is the last layer.',
    fix: 'Remove it, or name it in the "input" of a later layer.',
  },
  GAN302: {
    title: "The generator's values have no bounds, but the data's have",
    why: 'The discriminator can tell generated samples by values that no real sample has, and the generator must first learn to stay within.',
    fix: 'End the generator with the activation that the hint names.',
  },
  GAN303: {
    title: "The generator's values have bounds, but the data's have none",
    why: 'Samples beyond the bounds can never be generated.',
    fix: 'Let the last layer of the generator be linear.',
  },
  GAN304: {
    title: "The discriminator's scores have bounds",
    why: 'A score that has reached its bound gives no gradient, so neither network learns from that sample.',
    fix: 'Let the last layer of the discriminator be linear.',
  },
  GAN305: {
    title: 'A Wasserstein loss without a limit on the discriminator',
    why: 'The loss measures a distance only while the discriminator is Lipschitz; without a limit its scores grow without end.',
    fix: 'Add "gradientPenalty" or "weightClip" to "penalties".',
  },
  GAN306: {
    title: 'Weight clipping beside a gradient penalty',
    why: 'Both limit how steep the discriminator is; clipped weights can keep the gradient from the norm that the penalty asks for.',
    fix: 'Remove the weight clipping.',
  },
  GAN307: {
    title: 'Momentum under weight clipping',
    why: 'A clipped Wasserstein discriminator trains unsteadily under an optimizer with momentum (arXiv:1701.07875, section 4).',
    fix: 'Use "rmsProp", or set beta1 or momentum to 0.',
  },
  GAN308: {
    title: 'An option that has no effect',
    why: 'What the option acts on is not there, or another one takes its place, so the GAN is the same with it and without it.',
    fix: 'Remove the option, or change what the message names.',
  },
  GAN309: {
    title: 'A network without weights',
    why: 'Training changes weights alone, so the network stays as it is from the first step to the last.',
    fix: 'Add a layer with weights, such as dense or conv2d.',
  },
  GAN310: {
    title: 'A discriminator that teaches the generator nothing',
    why: 'The generator learns by the slope of scores, and a layer that rounds has none.',
    fix: 'Let a layer with a slope, such as dense, read the samples.',
  },
  GAN311: {
    title: 'A layer that mixes the batch under a penalty on each sample',
    why: "Then a sample's score depends on the whole batch, so its gradient is no longer that of one sample (arXiv:1704.00028, section 4).",
    fix: 'Use layerNorm in place of batch norm. Statistics of the batch that help against mode collapse, as minibatchStdDev does, can stay: StyleGAN2 has them beside R1.',
  },
  GAN312: {
    title: 'Classes that the discriminator alone is told',
    why: 'Generated samples are judged with classes drawn at random. A generator that is not told them meets the one that is wanted by chance, and is taught to make something between all.',
    fix: 'Tell the generator the class as well: by "generator" in "labels", or by a layer that reads "labels".',
  },
} as const satisfies CodeTable;
