import { warningOf } from '../../runs/events.js';
import type { OpenMonitor } from './monitor.js';

/** Keeps every event in the run folder, as `events.jsonl`; those that cannot be written wait for a later one. */
export const events: OpenMonitor = ({ folder, emit }) => ({
  event: (event) => {
    if (event.type === 'progress') return;
    const error = folder?.keepEvent(event);
    if (error) emit(warningOf(error));
  },
});
