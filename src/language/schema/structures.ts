/** The fragments of layers that stand for others. */
import { schema as block } from '../../generated/layers/block.js';
import { schema as repeat } from '../../generated/layers/repeat.js';
import { schema as residual } from '../../generated/layers/residual.js';
import type { FragmentSchema } from './fragment.js';
import type { StructureType } from './structureTypes.js';

export const structures: Readonly<Record<StructureType, FragmentSchema>> = {
  block,
  repeat,
  residual,
};
