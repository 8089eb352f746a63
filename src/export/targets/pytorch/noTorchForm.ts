/** The reason why a part of a GAN has no form in PyTorch. */
export class NoTorchForm extends Error {
  override readonly name = 'NoTorchForm';

  /** @param pointer Of the part of the spec, where it is known. */
  constructor(
    message: string,
    readonly pointer?: string,
  ) {
    super(message);
  }
}
