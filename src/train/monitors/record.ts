import type { OpenMonitor } from './monitor.js';

/** Keeps every event in the run folder, as `events.jsonl`. */
export const record: OpenMonitor = ({ folder }) => ({
  event: (event) => folder?.keepEvent(event),
});
