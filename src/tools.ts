/** Tools for authors of entries: apart from the main door, so that checking a spec does not load them. */
export { pluginFiles, type NewFile, type PluginFiles } from './scaffold/pluginFiles.js';
export { writeNewFiles } from './scaffold/writeNewFiles.js';
export { writeLanguageTypes } from './types/languageTypes.js';
export {
  describeWords,
  type DescribedOption,
  type DescribedWord,
} from './reference/describeWord.js';
export {
  describeForeignKeys,
  describeKeys,
  keyNames,
  type DescribedKey,
} from './reference/describeKey.js';
export { writeReference } from './reference/writeReference.js';
export { evaluateLoss, type LossValues } from './checks/evaluateLoss.js';
export { evaluatePenalty, type PenaltyValues, type TinyGan } from './checks/evaluatePenalty.js';
export { examinePlugin, type PluginReport } from './checks/examinePlugin.js';
export type { CheckFinding } from './checks/check.js';
