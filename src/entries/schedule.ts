/** The kind `schedule`: hyper-parameters as functions of the step. */
import type { HostConfig } from './config.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { expects, number } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { scheduleTemplate } from './templates/schedule.js';

export interface ScheduleEntry extends EntryBase<'schedule'> {
  /** The value for every step from 0 on, also past the end: a pure function. */
  make(config: Tagged): (step: number) => number;
}

/** See `ScheduleEntry` for the meaning of each part. */
export interface ScheduleDefinition<C extends Tagged> extends Definition {
  make(config: HostConfig<C>): (step: number) => number;
}

/** Makes a schedule. */
export function defineSchedule<C extends Tagged>(definition: ScheduleDefinition<C>): ScheduleEntry {
  requireComplete('defineSchedule', definition, ['make']);
  return {
    kind: 'schedule',
    type: definition.type,
    schema: definition.schema,
    make: (config) => definition.make(known(config)),
  };
}

export const scheduleKind: KindRecord<ScheduleEntry> = {
  folder: 'schedules',
  makers: { defineSchedule },
  hookResults: { make: expects('a function', (value) => typeof value === 'function') },
  returnedFunction: number,
  sharedOptions: {
    unit: {
      enum: ['steps', 'epochs', 'images'],
      default: 'steps',
      description:
        'What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.',
      otherNames: ['units', 'by', 'interval'],
    },
  },
  bareNames: false,
  template: scheduleTemplate,
};
