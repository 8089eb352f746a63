import type { OpenMonitor } from './monitor.js';

/** Keeps every event in the run folder, as `events.jsonl`. */
export const events: OpenMonitor = ({ folder }) => ({
  event: (event) => folder?.keepEvent(event),
});
