import { damaged, formMistake } from '../checkpoint/recordFile.js';
import { checkpointMemorySchema } from './monitors/checkpoint.js';
import { evaluationMemorySchema } from './monitors/evaluation.js';
import { healthMemorySchema } from './monitors/health.js';
import { logMemorySchema } from './monitors/log.js';
import type { Memories } from './monitors/monitor.js';

/** The form of the memories, by their names; one that a checkpoint lacks starts anew. */
const memoriesSchema = {
  type: 'object',
  properties: {
    checkpoint: checkpointMemorySchema,
    evaluation: evaluationMemorySchema,
    health: healthMemorySchema,
    log: logMemorySchema,
  },
} as const;

/**
 * Refuses memories that monitors cannot take up.
 * @param place The checkpoint that they are in.
 * @throws GanspecError GAN610, exit code 6.
 */
export function checkMemories(memories: Memories, place: string): void {
  const mistake = formMistake(memories, memoriesSchema);
  if (mistake) throw damaged(place, `its memories of the monitors: ${mistake.what}`);
}
