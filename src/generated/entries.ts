// Generated from src/ and schema/ by `npm run codegen`; do not edit.
import type { Entry } from '../entries/entry.js';
import { elu as eluActivation } from '../activations/elu.js';
import { gelu as geluActivation } from '../activations/gelu.js';
import { hardSigmoid as hardSigmoidActivation } from '../activations/hardSigmoid.js';
import { leakyReLU as leakyReLUActivation } from '../activations/leakyReLU.js';
import { linear as linearActivation } from '../activations/linear.js';
import { logSoftmax as logSoftmaxActivation } from '../activations/logSoftmax.js';
import { mish as mishActivation } from '../activations/mish.js';
import { relu as reluActivation } from '../activations/relu.js';
import { relu6 as relu6Activation } from '../activations/relu6.js';
import { selu as seluActivation } from '../activations/selu.js';
import { sigmoid as sigmoidActivation } from '../activations/sigmoid.js';
import { softmax as softmaxActivation } from '../activations/softmax.js';
import { softplus as softplusActivation } from '../activations/softplus.js';
import { softsign as softsignActivation } from '../activations/softsign.js';
import { swish as swishActivation } from '../activations/swish.js';
import { tanh as tanhActivation } from '../activations/tanh.js';
import { cifar10 as cifar10Dataset } from '../datasets/cifar10.js';
import { csv as csvDataset } from '../datasets/csv.js';
import { fashionMnist as fashionMnistDataset } from '../datasets/fashionMnist.js';
import { grid as gridDataset } from '../datasets/grid.js';
import { idx as idxDataset } from '../datasets/idx.js';
import { imageFolder as imageFolderDataset } from '../datasets/imageFolder.js';
import { mnist as mnistDataset } from '../datasets/mnist.js';
import { noise as noiseDataset } from '../datasets/noise.js';
import { npy as npyDataset } from '../datasets/npy.js';
import { ring as ringDataset } from '../datasets/ring.js';
import { shapes as shapesDataset } from '../datasets/shapes.js';
import { stackedMnist as stackedMnistDataset } from '../datasets/stackedMnist.js';
import { swissRoll as swissRollDataset } from '../datasets/swissRoll.js';
import { text as textDataset } from '../datasets/text.js';
import { wav as wavDataset } from '../datasets/wav.js';
import { constant as constantInitializer } from '../initializers/constant.js';
import { glorotNormal as glorotNormalInitializer } from '../initializers/glorotNormal.js';
import { glorotUniform as glorotUniformInitializer } from '../initializers/glorotUniform.js';
import { heNormal as heNormalInitializer } from '../initializers/heNormal.js';
import { heUniform as heUniformInitializer } from '../initializers/heUniform.js';
import { identity as identityInitializer } from '../initializers/identity.js';
import { lecunNormal as lecunNormalInitializer } from '../initializers/lecunNormal.js';
import { lecunUniform as lecunUniformInitializer } from '../initializers/lecunUniform.js';
import { ones as onesInitializer } from '../initializers/ones.js';
import { orthogonal as orthogonalInitializer } from '../initializers/orthogonal.js';
import { randomNormal as randomNormalInitializer } from '../initializers/randomNormal.js';
import { randomUniform as randomUniformInitializer } from '../initializers/randomUniform.js';
import { truncatedNormal as truncatedNormalInitializer } from '../initializers/truncatedNormal.js';
import { varianceScaling as varianceScalingInitializer } from '../initializers/varianceScaling.js';
import { zeros as zerosInitializer } from '../initializers/zeros.js';
import { activation as activationLayer } from '../layers/activation.js';
import { adaptiveInstanceNorm as adaptiveInstanceNormLayer } from '../layers/adaptiveInstanceNorm.js';
import { add as addLayer } from '../layers/add.js';
import { averagePooling2d as averagePooling2dLayer } from '../layers/averagePooling2d.js';
import { batchNorm as batchNormLayer } from '../layers/batchNorm.js';
import { blur as blurLayer } from '../layers/blur.js';
import { concat as concatLayer } from '../layers/concat.js';
import { conv1d as conv1dLayer } from '../layers/conv1d.js';
import { conv1dTranspose as conv1dTransposeLayer } from '../layers/conv1dTranspose.js';
import { conv2d as conv2dLayer } from '../layers/conv2d.js';
import { conv2dTranspose as conv2dTransposeLayer } from '../layers/conv2dTranspose.js';
import { cropping2d as cropping2dLayer } from '../layers/cropping2d.js';
import { dense as denseLayer } from '../layers/dense.js';
import { depthwiseConv2d as depthwiseConv2dLayer } from '../layers/depthwiseConv2d.js';
import { dot as dotLayer } from '../layers/dot.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { embedding as embeddingLayer } from '../layers/embedding.js';
import { flatten as flattenLayer } from '../layers/flatten.js';
import { gaussianNoise as gaussianNoiseLayer } from '../layers/gaussianNoise.js';
import { globalAveragePooling as globalAveragePoolingLayer } from '../layers/globalAveragePooling.js';
import { globalMaxPooling as globalMaxPoolingLayer } from '../layers/globalMaxPooling.js';
import { globalSumPooling as globalSumPoolingLayer } from '../layers/globalSumPooling.js';
import { groupNorm as groupNormLayer } from '../layers/groupNorm.js';
import { gumbelSoftmax as gumbelSoftmaxLayer } from '../layers/gumbelSoftmax.js';
import { instanceNorm as instanceNormLayer } from '../layers/instanceNorm.js';
import { layerNorm as layerNormLayer } from '../layers/layerNorm.js';
import { leakyReLU as leakyReLULayer } from '../layers/leakyReLU.js';
import { learnedConstant as learnedConstantLayer } from '../layers/learnedConstant.js';
import { maxPooling2d as maxPooling2dLayer } from '../layers/maxPooling2d.js';
import { maxout as maxoutLayer } from '../layers/maxout.js';
import { minibatchDiscrimination as minibatchDiscriminationLayer } from '../layers/minibatchDiscrimination.js';
import { minibatchStdDev as minibatchStdDevLayer } from '../layers/minibatchStdDev.js';
import { modulatedConv2d as modulatedConv2dLayer } from '../layers/modulatedConv2d.js';
import { multiply as multiplyLayer } from '../layers/multiply.js';
import { noiseInjection as noiseInjectionLayer } from '../layers/noiseInjection.js';
import { permute as permuteLayer } from '../layers/permute.js';
import { phaseShuffle as phaseShuffleLayer } from '../layers/phaseShuffle.js';
import { pixelNorm as pixelNormLayer } from '../layers/pixelNorm.js';
import { pixelShuffle as pixelShuffleLayer } from '../layers/pixelShuffle.js';
import { prelu as preluLayer } from '../layers/prelu.js';
import { relu as reluLayer } from '../layers/relu.js';
import { reshape as reshapeLayer } from '../layers/reshape.js';
import { scale as scaleLayer } from '../layers/scale.js';
import { selfAttention2d as selfAttention2dLayer } from '../layers/selfAttention2d.js';
import { separableConv2d as separableConv2dLayer } from '../layers/separableConv2d.js';
import { sigmoid as sigmoidLayer } from '../layers/sigmoid.js';
import { slice as sliceLayer } from '../layers/slice.js';
import { spatialDropout2d as spatialDropout2dLayer } from '../layers/spatialDropout2d.js';
import { tanh as tanhLayer } from '../layers/tanh.js';
import { upSampling1d as upSampling1dLayer } from '../layers/upSampling1d.js';
import { upSampling2d as upSampling2dLayer } from '../layers/upSampling2d.js';
import { zeroPadding2d as zeroPadding2dLayer } from '../layers/zeroPadding2d.js';
import { began as beganLoss } from '../losses/began.js';
import { ebgan as ebganLoss } from '../losses/ebgan.js';
import { fDivergence as fDivergenceLoss } from '../losses/fDivergence.js';
import { hinge as hingeLoss } from '../losses/hinge.js';
import { leastSquares as leastSquaresLoss } from '../losses/leastSquares.js';
import { minimax as minimaxLoss } from '../losses/minimax.js';
import { nonSaturating as nonSaturatingLoss } from '../losses/nonSaturating.js';
import { relativistic as relativisticLoss } from '../losses/relativistic.js';
import { relativisticAverage as relativisticAverageLoss } from '../losses/relativisticAverage.js';
import { relativisticAverageHinge as relativisticAverageHingeLoss } from '../losses/relativisticAverageHinge.js';
import { relativisticAverageLeastSquares as relativisticAverageLeastSquaresLoss } from '../losses/relativisticAverageLeastSquares.js';
import { wasserstein as wassersteinLoss } from '../losses/wasserstein.js';
import { classHistogram as classHistogramMetric } from '../metrics/classHistogram.js';
import { classifierScore as classifierScoreMetric } from '../metrics/classifierScore.js';
import { columnDistance as columnDistanceMetric } from '../metrics/columnDistance.js';
import { columnPairDistance as columnPairDistanceMetric } from '../metrics/columnPairDistance.js';
import { coverage as coverageMetric } from '../metrics/coverage.js';
import { density as densityMetric } from '../metrics/density.js';
import { frechetDistance as frechetDistanceMetric } from '../metrics/frechetDistance.js';
import { highQuality as highQualityMetric } from '../metrics/highQuality.js';
import { intraClassFrechet as intraClassFrechetMetric } from '../metrics/intraClassFrechet.js';
import { kernelDistance as kernelDistanceMetric } from '../metrics/kernelDistance.js';
import { memorization as memorizationMetric } from '../metrics/memorization.js';
import { modes as modesMetric } from '../metrics/modes.js';
import { msSsim as msSsimMetric } from '../metrics/msSsim.js';
import { nGramDistance as nGramDistanceMetric } from '../metrics/nGramDistance.js';
import { precision as precisionMetric } from '../metrics/precision.js';
import { recall as recallMetric } from '../metrics/recall.js';
import { reverseKL as reverseKLMetric } from '../metrics/reverseKL.js';
import { slicedWasserstein as slicedWassersteinMetric } from '../metrics/slicedWasserstein.js';
import { spectralDistance as spectralDistanceMetric } from '../metrics/spectralDistance.js';
import { trainOnSynthetic as trainOnSyntheticMetric } from '../metrics/trainOnSynthetic.js';
import { adaGrad as adaGradOptimizer } from '../optimizers/adaGrad.js';
import { adam as adamOptimizer } from '../optimizers/adam.js';
import { adamW as adamWOptimizer } from '../optimizers/adamW.js';
import { lion as lionOptimizer } from '../optimizers/lion.js';
import { optimisticAdam as optimisticAdamOptimizer } from '../optimizers/optimisticAdam.js';
import { rmsProp as rmsPropOptimizer } from '../optimizers/rmsProp.js';
import { sgd as sgdOptimizer } from '../optimizers/sgd.js';
import { consistency as consistencyPenalty } from '../penalties/consistency.js';
import { dragan as draganPenalty } from '../penalties/dragan.js';
import { featureMatching as featureMatchingPenalty } from '../penalties/featureMatching.js';
import { gradientPenalty as gradientPenaltyPenalty } from '../penalties/gradientPenalty.js';
import { lecam as lecamPenalty } from '../penalties/lecam.js';
import { maxGradientPenalty as maxGradientPenaltyPenalty } from '../penalties/maxGradientPenalty.js';
import { modeSeeking as modeSeekingPenalty } from '../penalties/modeSeeking.js';
import { orthogonal as orthogonalPenalty } from '../penalties/orthogonal.js';
import { pathLength as pathLengthPenalty } from '../penalties/pathLength.js';
import { pullingAway as pullingAwayPenalty } from '../penalties/pullingAway.js';
import { r1 as r1Penalty } from '../penalties/r1.js';
import { r2 as r2Penalty } from '../penalties/r2.js';
import { weightClip as weightClipPenalty } from '../penalties/weightClip.js';
import { weightDecay as weightDecayPenalty } from '../penalties/weightDecay.js';
import { constant as constantSchedule } from '../schedules/constant.js';
import { cosine as cosineSchedule } from '../schedules/cosine.js';
import { cyclic as cyclicSchedule } from '../schedules/cyclic.js';
import { exponential as exponentialSchedule } from '../schedules/exponential.js';
import { linear as linearSchedule } from '../schedules/linear.js';
import { piecewise as piecewiseSchedule } from '../schedules/piecewise.js';
import { step as stepSchedule } from '../schedules/step.js';
import { warmUp as warmUpSchedule } from '../schedules/warmUp.js';

/** Every built-in entry by kind and type. */
export const entries = {
  activations: {
    elu: eluActivation,
    gelu: geluActivation,
    hardSigmoid: hardSigmoidActivation,
    leakyReLU: leakyReLUActivation,
    linear: linearActivation,
    logSoftmax: logSoftmaxActivation,
    mish: mishActivation,
    relu: reluActivation,
    relu6: relu6Activation,
    selu: seluActivation,
    sigmoid: sigmoidActivation,
    softmax: softmaxActivation,
    softplus: softplusActivation,
    softsign: softsignActivation,
    swish: swishActivation,
    tanh: tanhActivation,
  },
  datasets: {
    cifar10: cifar10Dataset,
    csv: csvDataset,
    fashionMnist: fashionMnistDataset,
    grid: gridDataset,
    idx: idxDataset,
    imageFolder: imageFolderDataset,
    mnist: mnistDataset,
    noise: noiseDataset,
    npy: npyDataset,
    ring: ringDataset,
    shapes: shapesDataset,
    stackedMnist: stackedMnistDataset,
    swissRoll: swissRollDataset,
    text: textDataset,
    wav: wavDataset,
  },
  initializers: {
    constant: constantInitializer,
    glorotNormal: glorotNormalInitializer,
    glorotUniform: glorotUniformInitializer,
    heNormal: heNormalInitializer,
    heUniform: heUniformInitializer,
    identity: identityInitializer,
    lecunNormal: lecunNormalInitializer,
    lecunUniform: lecunUniformInitializer,
    ones: onesInitializer,
    orthogonal: orthogonalInitializer,
    randomNormal: randomNormalInitializer,
    randomUniform: randomUniformInitializer,
    truncatedNormal: truncatedNormalInitializer,
    varianceScaling: varianceScalingInitializer,
    zeros: zerosInitializer,
  },
  layers: {
    activation: activationLayer,
    adaptiveInstanceNorm: adaptiveInstanceNormLayer,
    add: addLayer,
    averagePooling2d: averagePooling2dLayer,
    batchNorm: batchNormLayer,
    blur: blurLayer,
    concat: concatLayer,
    conv1d: conv1dLayer,
    conv1dTranspose: conv1dTransposeLayer,
    conv2d: conv2dLayer,
    conv2dTranspose: conv2dTransposeLayer,
    cropping2d: cropping2dLayer,
    dense: denseLayer,
    depthwiseConv2d: depthwiseConv2dLayer,
    dot: dotLayer,
    dropout: dropoutLayer,
    embedding: embeddingLayer,
    flatten: flattenLayer,
    gaussianNoise: gaussianNoiseLayer,
    globalAveragePooling: globalAveragePoolingLayer,
    globalMaxPooling: globalMaxPoolingLayer,
    globalSumPooling: globalSumPoolingLayer,
    groupNorm: groupNormLayer,
    gumbelSoftmax: gumbelSoftmaxLayer,
    instanceNorm: instanceNormLayer,
    layerNorm: layerNormLayer,
    leakyReLU: leakyReLULayer,
    learnedConstant: learnedConstantLayer,
    maxPooling2d: maxPooling2dLayer,
    maxout: maxoutLayer,
    minibatchDiscrimination: minibatchDiscriminationLayer,
    minibatchStdDev: minibatchStdDevLayer,
    modulatedConv2d: modulatedConv2dLayer,
    multiply: multiplyLayer,
    noiseInjection: noiseInjectionLayer,
    permute: permuteLayer,
    phaseShuffle: phaseShuffleLayer,
    pixelNorm: pixelNormLayer,
    pixelShuffle: pixelShuffleLayer,
    prelu: preluLayer,
    relu: reluLayer,
    reshape: reshapeLayer,
    scale: scaleLayer,
    selfAttention2d: selfAttention2dLayer,
    separableConv2d: separableConv2dLayer,
    sigmoid: sigmoidLayer,
    slice: sliceLayer,
    spatialDropout2d: spatialDropout2dLayer,
    tanh: tanhLayer,
    upSampling1d: upSampling1dLayer,
    upSampling2d: upSampling2dLayer,
    zeroPadding2d: zeroPadding2dLayer,
  },
  losses: {
    began: beganLoss,
    ebgan: ebganLoss,
    fDivergence: fDivergenceLoss,
    hinge: hingeLoss,
    leastSquares: leastSquaresLoss,
    minimax: minimaxLoss,
    nonSaturating: nonSaturatingLoss,
    relativistic: relativisticLoss,
    relativisticAverage: relativisticAverageLoss,
    relativisticAverageHinge: relativisticAverageHingeLoss,
    relativisticAverageLeastSquares: relativisticAverageLeastSquaresLoss,
    wasserstein: wassersteinLoss,
  },
  metrics: {
    classHistogram: classHistogramMetric,
    classifierScore: classifierScoreMetric,
    columnDistance: columnDistanceMetric,
    columnPairDistance: columnPairDistanceMetric,
    coverage: coverageMetric,
    density: densityMetric,
    frechetDistance: frechetDistanceMetric,
    highQuality: highQualityMetric,
    intraClassFrechet: intraClassFrechetMetric,
    kernelDistance: kernelDistanceMetric,
    memorization: memorizationMetric,
    modes: modesMetric,
    msSsim: msSsimMetric,
    nGramDistance: nGramDistanceMetric,
    precision: precisionMetric,
    recall: recallMetric,
    reverseKL: reverseKLMetric,
    slicedWasserstein: slicedWassersteinMetric,
    spectralDistance: spectralDistanceMetric,
    trainOnSynthetic: trainOnSyntheticMetric,
  },
  optimizers: {
    adaGrad: adaGradOptimizer,
    adam: adamOptimizer,
    adamW: adamWOptimizer,
    lion: lionOptimizer,
    optimisticAdam: optimisticAdamOptimizer,
    rmsProp: rmsPropOptimizer,
    sgd: sgdOptimizer,
  },
  penalties: {
    consistency: consistencyPenalty,
    dragan: draganPenalty,
    featureMatching: featureMatchingPenalty,
    gradientPenalty: gradientPenaltyPenalty,
    lecam: lecamPenalty,
    maxGradientPenalty: maxGradientPenaltyPenalty,
    modeSeeking: modeSeekingPenalty,
    orthogonal: orthogonalPenalty,
    pathLength: pathLengthPenalty,
    pullingAway: pullingAwayPenalty,
    r1: r1Penalty,
    r2: r2Penalty,
    weightClip: weightClipPenalty,
    weightDecay: weightDecayPenalty,
  },
  schedules: {
    constant: constantSchedule,
    cosine: cosineSchedule,
    cyclic: cyclicSchedule,
    exponential: exponentialSchedule,
    linear: linearSchedule,
    piecewise: piecewiseSchedule,
    step: stepSchedule,
    warmUp: warmUpSchedule,
  },
} as const;

/** Every built-in entry. */
export const builtIns: readonly Entry[] = Object.values(entries).flatMap((table) =>
  Object.values<Entry>(table),
);
