import { describe, expect, it } from 'vitest';
import { exitCodes, GanspecError } from '../../../src/diagnostics/errors.js';
import type { RunFolder } from '../../../src/runs/folder.js';
import { brief, eventsOf, recordingFolder, type Script } from '../scriptedRun.js';

const samplesOf = async (script: Script): Promise<readonly string[]> =>
  brief((await eventsOf(script)).filter(({ type }) => type === 'samples'));

describe('samples', () => {
  it('are generated at every second iteration and once at the end', async () => {
    expect(await samplesOf({})).toEqual(['samples 2', 'samples 4', 'samples 6']);
    expect(await samplesOf({ steps: 3 })).toEqual(['samples 2', 'samples 3']);
  });

  it('are generated at the end only where sampleEvery is 0', async () => {
    expect(await samplesOf({ monitor: { sampleEvery: 0 } })).toEqual(['samples 6']);
  });

  it('are kept in the run folder, whose file the event names', async () => {
    const events = await eventsOf({ folder: recordingFolder() });
    expect(events.at(-3)).toMatchObject({ type: 'samples', step: 6, file: 'step-6.png', count: 1 });
    expect((await eventsOf({})).at(-2)).toMatchObject({ file: null });
  });

  it('that disk or memory have no room for are a warning, and training goes on', async () => {
    const folder: RunFolder = {
      ...recordingFolder(),
      keepSamples: () => {
        throw new GanspecError('GAN511', exitCodes.usage, 'step-2.png: cannot be written');
      },
    };
    const events = await eventsOf({ folder });
    expect(events.filter(({ type }) => type === 'warning')).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ type: 'end', status: 'completed' });
  });
});
