// Generated from src/entries/ by `npm run codegen`; do not edit.
export { defineActivation } from '../entries/activation.js';
export { defineDataset } from '../entries/dataset.js';
export { defineInitializer } from '../entries/initializer.js';
export { defineLayer, defineMergeLayer, defineConditionedLayer } from '../entries/layer.js';
export { defineLoss } from '../entries/loss.js';
export { defineMetric } from '../entries/metric.js';
export { defineOptimizer } from '../entries/optimizer.js';
export { definePenalty } from '../entries/penalty.js';
export { defineSchedule } from '../entries/schedule.js';
