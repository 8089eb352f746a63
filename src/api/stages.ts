/** Forms of a spec that can be printed. */
export const stages = [
  'summary',
  'data',
  'costs',
  'normalized',
  'resolved',
  'graph',
  'passes',
  'onnx',
] as const;
export type Stage = (typeof stages)[number];
