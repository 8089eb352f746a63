/** Codes of resolution: GAN200 to GAN299 refuse, GAN300 to GAN399 warn. */
import type { CodeTable } from './code.js';

export const resolveCodes = {
  GAN201: {
    title: 'Output shape of the generator differs from that of the data',
    why: 'The discriminator sees real and generated samples through the same layers, so both need one shape.',
    fix: 'Follow the sizes in the message from layer to layer and correct the layer where they go wrong; if a change of one layer is enough, the hint names it.',
  },
  GAN202: {
    title: "The generator's values cannot fill the range of the data",
    why: 'An output that is never negative cannot imitate images in [-1, 1]: the discriminator tells the two apart for good.',
    fix: 'End the generator with the activation that the hint names: tanh for data in [-1, 1], sigmoid for data in [0, 1].',
  },
  GAN203: {
    title: 'Output of the discriminator does not fit the loss',
    why: 'Most losses take one number per sample, or one per patch where `training.patchScores` says so; a loss on reconstructions takes a discriminator that reproduces each sample.',
    fix: 'End the discriminator with "flatten" and a dense layer of one unit; for a loss on reconstructions let it be an auto-encoder.',
  },
  GAN204: {
    title: 'Layer does not fit its input',
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
    why: 'A simultaneous or extra-gradient update trains both networks once, from one forward pass: neither comes first or is trained more often. Latent vectors can be reused only where one generator update follows the discriminator, a real batch repeated only where the discriminator has several updates, and both only where an update sees one batch. "topK" leaves generated samples out, which a loss on the mean of all their scores does not allow, and `patchScores` gives a sample more than one.',
    fix: 'Leave the option that is underlined at its default, or change the one that the note points at.',
  },
  GAN208: {
    title: 'A schedule leaves the bounds of the option it drives',
    why: 'The bounds of an option hold for every value that a schedule gives it.',
    fix: 'Change the numbers of the schedule, or the number of training steps.',
  },
  GAN210: {
    title: 'Layer name is taken',
    why: 'Layers are told apart by name in "input", in tables and in files of weights; "input" is the name of the network\'s own input, "labels" that of the class, and names that begin with "labels_" or "codes_" are kept for layers that "labels" adds.',
    fix: 'Give the layer another name.',
  },
  GAN211: {
    title: 'A layer reads a layer that does not exist',
    why: '"input" names layers of the same network, or "input" for the network\'s own input.',
    fix: 'Correct the name; the hint has the nearest one.',
  },
  GAN212: {
    title: 'A layer reads a later layer',
    why: 'Layers are computed in the order in which they are written; none can read itself.',
    fix: 'Move one of the two layers, or name another.',
  },
  GAN213: {
    title: 'A layer reads too many layers, or too few',
    why: '"add" and "concat" join two or more layers, "dot" joins two, some layers read a condition besides; every other layer reads exactly one.',
    fix: 'Name the layers to join in "input", or join them first.',
  },
  GAN214: {
    title: 'Penalty name is taken',
    why: "The value of a penalty stands in the log under its name, and its inputs are called by it; the names of a step's own results and inputs are taken too.",
    fix: 'Give the penalty another name.',
  },
  GAN215: {
    title: 'A penalty on images with samples that are not images',
    why: 'The penalty moves or mirrors images, which means nothing for other samples.',
    fix: 'Use a penalty that takes any samples, or data of shape [height, width, channels].',
  },
  GAN216: {
    title: 'Too many lazy penalties',
    why: 'A penalty with an "every" of more than 1 acts on some updates only. Each combination of such penalties is a graph of its own, and their number doubles with each penalty.',
    fix: 'Let at most four of the penalties of an update be lazy.',
  },
  GAN217: {
    title: 'Batch too small for a layer that compares samples',
    why: 'Some layers set each sample of a batch against the others: batch normalization would take every value for its own mean, statistics over the batch would be the same for all.',
    fix: 'Use a larger "batchSize", or another layer. It is the size of training batches alone: a run or a compiled generator with batch normalization gives one sample as well as many.',
  },
  GAN218: {
    title: 'Classes in a layer that looks up whole numbers',
    why: 'The class of a sample is a one-hot vector, while an embedding looks up rows by whole numbers: it would take each 0 and the 1 of the vector for a row of its own.',
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
    title: '"codes" adds no numbers',
    why: 'Without "categorical" and "continuous", "codes" adds nothing to the latent vector, and the recognition network has nothing to predict.',
    fix: 'Give "categorical" or "continuous", or remove "codes".',
  },
  GAN293: {
    title: 'Samples cannot be packed',
    why: 'A pack joins several samples of one batch: the batch must be a multiple of it, and options for single samples (classes, augmentation) cannot apply to it.',
    fix: 'Change "packing" or "batchSize", or remove what the message names.',
  },
  GAN294: {
    title: 'Samples cannot be augmented',
    why: 'Augmentation moves and recolours images, and adapts itself by the sign of raw scores, where that tells real samples from generated ones.',
    fix: 'Remove the part of "augment" that is underlined.',
  },
  GAN295: {
    title: 'Conditioning option has no effect',
    why: '"conditionalBatchNorm" gives each class a gamma and a beta of its own in batchNorm layers, so the network needs such a layer; "projection" adds to the score of the discriminator, so the discriminator must have one.',
    fix: 'Choose another way of conditioning, or add what the message misses.',
  },
  GAN301: {
    title: 'A layer that no other layer reads',
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
    why: 'Samples beyond the bounds can never be generated, and bounds that the data use little of are learned badly.',
    fix: 'Map the data to [-1, 1] with "bounds" where the data set has this option, or let the last layer of the generator be linear.',
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
    why: 'Both limit the Lipschitz constant of the discriminator; clipped weights can keep the gradient from the norm that the penalty asks for.',
    fix: 'Remove the weight clipping.',
  },
  GAN307: {
    title: 'Momentum under weight clipping',
    why: 'A clipped Wasserstein discriminator trains unsteadily under an optimizer with momentum (arXiv:1701.07875, section 4).',
    fix: 'Use "rmsProp", or set beta1 or momentum to 0.',
  },
  GAN308: {
    title: 'An option that has no effect',
    why: 'The layers or options that it acts on are absent, or another option replaces it, so the GAN is the same with it and without it.',
    fix: 'Remove the option, or change what the message names.',
  },
  GAN309: {
    title: 'A network without weights',
    why: 'Training changes weights alone, so the network stays as it is from the first step to the last.',
    fix: 'Add a layer with weights, such as dense or conv2d.',
  },
  GAN310: {
    title: 'Scores without a gradient',
    why: 'The generator learns from the gradient of the scores with respect to its samples, and a layer that rounds has none.',
    fix: 'Let a differentiable layer, such as dense, read the samples.',
  },
  GAN311: {
    title: 'A per-sample penalty with a layer that mixes the batch',
    why: "Then a sample's score depends on the whole batch, so its gradient is no longer that of one sample (arXiv:1704.00028, section 4).",
    fix: 'Use layerNorm in place of batch norm. Statistics of the batch that help against mode collapse, as minibatchStdDev does, can stay: StyleGAN2 has them beside R1.',
  },
  GAN312: {
    title: 'Classes that only the discriminator sees',
    why: 'Generated samples are scored with classes drawn at random. A generator that does not know the class matches it only by chance, and learns a compromise between all classes.',
    fix: 'Give the generator the class as well: with "generator" in "labels", or with a layer that reads "labels".',
  },
  GAN313: {
    title: 'Images with channels first',
    why: 'Layers take the last axis of a sample for its channels, as TensorFlow does; PyTorch puts channels first. Taken for channels-last, an image [3, 16, 16] has 3 rows of 16 pixels in 16 colours.',
    fix: 'Set "channelsFirst": true in "data" of npy and idx; give other data with channels last, as with numpy.moveaxis(array, 1, -1).',
  },
  GAN314: {
    title: 'Images on another scale than [-1, 1]',
    why: 'Weights start out for values around [-1, 1]. Images between 0 and 255, or 0 and 1, that are left as they are train slowly, and a linear end of the generator gives values that no image has.',
    fix: 'Set "bounds" to the least and the greatest value that a pixel can have, and end the generator with tanh. Pictures are drawn in the range of the data either way.',
  },
  GAN315: {
    title: 'A momentum that forgets the running statistics',
    why: 'Here the momentum of batch normalization is the share of the running statistics that is kept at each update, as in Keras; in PyTorch it is the share of the batch. With 0.1, samples are drawn with the statistics of the last batch alone.',
    fix: 'Write 0.9 for 0.1 of PyTorch.',
  },
  GAN316: {
    title: 'Classes that only the generator sees',
    why: 'The generator follows the class it is told only where the discriminator judges by it; otherwise samples of one class are of any kind.',
    fix: 'Give the discriminator the class as well: with "discriminator" in "labels", or with a layer that reads "labels".',
  },
  GAN317: {
    title: 'Rows of numbers that are taken for images',
    why: 'Flattened images in colour have the numbers of a pixel one after the other, or one whole plane after the other, as in the original files of CIFAR and after `tensor.view(N, -1)` of PyTorch. Reshaped to [height, width, channels], only the former are images; the latter become noise that trains all the same.',
    fix: 'Set "shape" in "data" to [height, width, channels], or to [channels, height, width] with "channelsFirst": true.',
  },
  GAN318: {
    title: 'Learning rate of 0',
    why: 'A network whose learning rate is 0 at every step keeps its first weights. Its loss still differs from batch to batch, so that the log does not show it.',
    fix: 'Give it a learning rate above 0; the warning may stand where only the other network is to be trained.',
  },
  GAN319: {
    title: 'Checkpoints after nearly every iteration',
    why: 'A checkpoint is written whole and flushed to the disk, which takes 10 to 250 ms. Every few milliseconds, a run does little else.',
    fix: 'Set "minutes" of "monitor.checkpoint" to a longer time, or to 0 and "every" to a number of iterations.',
  },
  GAN320: {
    title: 'A metric that cannot measure the data',
    why: 'Each metric compares samples of one form: points whose Gaussians are known, images, rows of a table, sound or text. Some need a classifier, without which the numbers of a sample are compared, where they are not too many.',
    fix: 'Name metrics that fit, or none, for all that do; `ganspec metrics` lists them.',
  },
  GAN321: {
    title: 'A spec without a classifier',
    why: '`ganspec classifier train` trains the auxiliary classifier of the discriminator by itself, on real samples.',
    fix: 'Give the discriminator one, by `"discriminator": "auxiliary"` in `labels`, with a data set that has classes.',
  },
  GAN322: {
    title: 'A best checkpoint by a metric that is not measured',
    why: 'The best checkpoint is chosen by the values of a metric during training, at the iterations where it is measured.',
    fix: 'Name the metric in "metrics" of "monitor", and set "metricsEvery" to the iterations between two measurements.',
  },
} as const satisfies CodeTable;
