import type { OpenMonitor } from './monitor.js';

/** Reports and records once that the engine has fallen back to a slower way of running the graphs. */
export const fallBack: OpenMonitor = ({ session, folder, emit }) => {
  let isReported = false;
  return {
    iteration: () => {
      const { fallBack: made } = session;
      if (made === undefined || isReported) return;
      isReported = true;
      emit({ type: 'warning', code: 'GAN526', message: made.message, hint: made.fix });
      folder?.keepFallBack(session.step, made.message);
    },
  };
};
