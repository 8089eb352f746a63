import type { OpenMonitor } from './monitor.js';

/** Milliseconds between two reports. */
const interval = 1000;

/** Reports the iterations done about once a second, for those who watch. */
export const progress: OpenMonitor = ({ session, emit }) => {
  let reported = performance.now();
  return {
    iteration: () => {
      const now = performance.now();
      if (now - reported < interval) return;
      reported = now;
      emit({ type: 'progress', step: session.step });
    },
    event: ({ type }) => {
      if (type === 'step') reported = performance.now();
    },
  };
};
