/**
 * A shape that a layer or an initializer cannot work with. Thrown by `outputShape`, `parameters` and `distribution`; the
 * resolver adds the place in the spec.
 * `option` names the option of the layer to underline; without it the layer itself is underlined.
 */
export class LayerShapeError extends Error {
  override readonly name = 'LayerShapeError';
  constructor(
    message: string,
    readonly hint: string,
    readonly option?: string,
  ) {
    super(message);
  }
}
