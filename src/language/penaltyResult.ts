/** Names of the values of penalties in graphs and logs. */
import type { Player } from '../entries/player.js';

/**
 * Name of a penalty's value as a term of one network's loss: the penalty's own, and for the generator of a penalty on
 * both networks that with `Generator` behind it.
 * @param networks All whose losses it is a term of.
 */
export function penaltyResult(name: string, network: Player, networks: readonly Player[]): string {
  return network === 'generator' && networks.length > 1 ? `${name}Generator` : name;
}
