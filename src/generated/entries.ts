// Generated from src/ and schema/ by `npm run codegen`; do not edit.
import type { Entry } from '../registry/entries.js';
import { activation as activationLayer } from '../layers/activation.js';
import { add as addLayer } from '../layers/add.js';
import { batchNorm as batchNormLayer } from '../layers/batchNorm.js';
import { concat as concatLayer } from '../layers/concat.js';
import { conv2d as conv2dLayer } from '../layers/conv2d.js';
import { conv2dTranspose as conv2dTransposeLayer } from '../layers/conv2dTranspose.js';
import { dense as denseLayer } from '../layers/dense.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { flatten as flattenLayer } from '../layers/flatten.js';
import { layerNorm as layerNormLayer } from '../layers/layerNorm.js';
import { leakyReLU as leakyReLULayer } from '../layers/leakyReLU.js';
import { reLU as reLULayer } from '../layers/reLU.js';
import { reshape as reshapeLayer } from '../layers/reshape.js';
import { sigmoid as sigmoidLayer } from '../layers/sigmoid.js';
import { tanh as tanhLayer } from '../layers/tanh.js';
import { upSampling2d as upSampling2dLayer } from '../layers/upSampling2d.js';
import { elu as eluActivation } from '../activations/elu.js';
import { leakyReLU as leakyReLUActivation } from '../activations/leakyReLU.js';
import { linear as linearActivation } from '../activations/linear.js';
import { relu as reluActivation } from '../activations/relu.js';
import { sigmoid as sigmoidActivation } from '../activations/sigmoid.js';
import { softplus as softplusActivation } from '../activations/softplus.js';
import { tanh as tanhActivation } from '../activations/tanh.js';
import { constant as constantInitializer } from '../initializers/constant.js';
import { glorotNormal as glorotNormalInitializer } from '../initializers/glorotNormal.js';
import { glorotUniform as glorotUniformInitializer } from '../initializers/glorotUniform.js';
import { heNormal as heNormalInitializer } from '../initializers/heNormal.js';
import { heUniform as heUniformInitializer } from '../initializers/heUniform.js';
import { ones as onesInitializer } from '../initializers/ones.js';
import { orthogonal as orthogonalInitializer } from '../initializers/orthogonal.js';
import { randomNormal as randomNormalInitializer } from '../initializers/randomNormal.js';
import { randomUniform as randomUniformInitializer } from '../initializers/randomUniform.js';
import { truncatedNormal as truncatedNormalInitializer } from '../initializers/truncatedNormal.js';
import { zeros as zerosInitializer } from '../initializers/zeros.js';
import { hinge as hingeLoss } from '../losses/hinge.js';
import { leastSquares as leastSquaresLoss } from '../losses/leastSquares.js';
import { minimax as minimaxLoss } from '../losses/minimax.js';
import { nonSaturating as nonSaturatingLoss } from '../losses/nonSaturating.js';
import { wasserstein as wassersteinLoss } from '../losses/wasserstein.js';
import { gradientPenalty as gradientPenaltyPenalty } from '../penalties/gradientPenalty.js';
import { r1 as r1Penalty } from '../penalties/r1.js';
import { weightClip as weightClipPenalty } from '../penalties/weightClip.js';
import { adam as adamOptimizer } from '../optimizers/adam.js';
import { rmsProp as rmsPropOptimizer } from '../optimizers/rmsProp.js';
import { sgd as sgdOptimizer } from '../optimizers/sgd.js';
import { constant as constantSchedule } from '../schedules/constant.js';
import { cosine as cosineSchedule } from '../schedules/cosine.js';
import { exponential as exponentialSchedule } from '../schedules/exponential.js';
import { linear as linearSchedule } from '../schedules/linear.js';
import { piecewise as piecewiseSchedule } from '../schedules/piecewise.js';
import { fashionMnist as fashionMnistDataset } from '../datasets/fashionMnist.js';
import { grid as gridDataset } from '../datasets/grid.js';
import { idx as idxDataset } from '../datasets/idx.js';
import { mnist as mnistDataset } from '../datasets/mnist.js';
import { noise as noiseDataset } from '../datasets/noise.js';
import { ring as ringDataset } from '../datasets/ring.js';

/** Every built-in entry by kind and type. */
export const entries = {
  layers: {
    activation: activationLayer,
    add: addLayer,
    batchNorm: batchNormLayer,
    concat: concatLayer,
    conv2d: conv2dLayer,
    conv2dTranspose: conv2dTransposeLayer,
    dense: denseLayer,
    dropout: dropoutLayer,
    flatten: flattenLayer,
    layerNorm: layerNormLayer,
    leakyReLU: leakyReLULayer,
    reLU: reLULayer,
    reshape: reshapeLayer,
    sigmoid: sigmoidLayer,
    tanh: tanhLayer,
    upSampling2d: upSampling2dLayer,
  },
  activations: {
    elu: eluActivation,
    leakyReLU: leakyReLUActivation,
    linear: linearActivation,
    relu: reluActivation,
    sigmoid: sigmoidActivation,
    softplus: softplusActivation,
    tanh: tanhActivation,
  },
  initializers: {
    constant: constantInitializer,
    glorotNormal: glorotNormalInitializer,
    glorotUniform: glorotUniformInitializer,
    heNormal: heNormalInitializer,
    heUniform: heUniformInitializer,
    ones: onesInitializer,
    orthogonal: orthogonalInitializer,
    randomNormal: randomNormalInitializer,
    randomUniform: randomUniformInitializer,
    truncatedNormal: truncatedNormalInitializer,
    zeros: zerosInitializer,
  },
  losses: {
    hinge: hingeLoss,
    leastSquares: leastSquaresLoss,
    minimax: minimaxLoss,
    nonSaturating: nonSaturatingLoss,
    wasserstein: wassersteinLoss,
  },
  penalties: {
    gradientPenalty: gradientPenaltyPenalty,
    r1: r1Penalty,
    weightClip: weightClipPenalty,
  },
  optimizers: {
    adam: adamOptimizer,
    rmsProp: rmsPropOptimizer,
    sgd: sgdOptimizer,
  },
  schedules: {
    constant: constantSchedule,
    cosine: cosineSchedule,
    exponential: exponentialSchedule,
    linear: linearSchedule,
    piecewise: piecewiseSchedule,
  },
  datasets: {
    fashionMnist: fashionMnistDataset,
    grid: gridDataset,
    idx: idxDataset,
    mnist: mnistDataset,
    noise: noiseDataset,
    ring: ringDataset,
  },
} as const;

/** Every built-in entry. */
export const builtIns: readonly Entry[] = Object.values(entries).flatMap((table) =>
  Object.values<Entry>(table),
);
