/** Name of the result that has the norm of a network's gradients. */
export function gradientResult(network: string): string {
  return `${network}Gradient`;
}
