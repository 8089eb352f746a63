/** The list of the kinds of entry: one line each, with the name that specs, fragments and tools know the kind by. */
export { activationKind as activation } from './activation.js';
export { datasetKind as dataset } from './dataset.js';
export { initializerKind as initializer } from './initializer.js';
export { layerKind as layer } from './layer.js';
export { lossKind as loss } from './loss.js';
export { metricKind as metric } from './metric.js';
export { optimizerKind as optimizer } from './optimizer.js';
export { penaltyKind as penalty } from './penalty.js';
export { scheduleKind as schedule } from './schedule.js';
