/** Last actions of this process, for the case that it ends before its work does. */

type Action = (exitCode: number) => void;

const actions = new Set<Action>();

/**
 * Registers an action for the end of the process by `process.exit`, an error that nobody catches, or a promise that
 * never settles; a kill leaves no time for any.
 * @param action Must not wait for anything; its errors are ignored.
 * @returns A function that takes the action back.
 */
export function atExit(action: Action): () => void {
  if (actions.size === 0) process.on('exit', runAll);
  actions.add(action);
  return () => {
    actions.delete(action);
    if (actions.size === 0) process.off('exit', runAll);
  };
}

function runAll(exitCode: number): void {
  for (const action of [...actions]) {
    try {
      action(exitCode);
    } catch {
      // Nobody is left to whom it could be told.
    }
  }
}
