import type { OpenMonitor } from './monitor.js';

/** Reports once that the engine has fallen back to a slower way of running the graphs. */
export const fallBack: OpenMonitor = ({ session, emit }) => {
  let isReported = false;
  return {
    iteration: () => {
      const { fallBack: made } = session;
      if (made === undefined || isReported) return;
      isReported = true;
      emit({ type: 'warning', code: 'GAN526', message: made.message, hint: made.fix });
    },
  };
};
