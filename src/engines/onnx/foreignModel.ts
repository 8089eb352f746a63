/** ONNX models of others, run by onnxruntime's own package for Node: their outputs have shapes that only a run tells. */
import proto from 'onnx-proto';
import { disableTelemetry } from '../telemetry.js';

/** An input of a model; sizes that it leaves open are names. */
export interface ForeignInput {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

export interface ForeignModel {
  readonly inputs: readonly ForeignInput[];
  readonly outputs: readonly string[];
  /** One output for the only input. */
  run(
    input: { readonly data: Float32Array; readonly shape: readonly number[] },
    output: string,
  ): Promise<{ readonly data: unknown; readonly shape: readonly number[] }>;
  dispose(): Promise<void>;
}

/**
 * Opens a model.
 * @param inner Name of a tensor inside that becomes an output.
 * @throws Error of onnxruntime where it refuses the model, or where there is no such tensor.
 */
export async function openForeignModel(file: Uint8Array, inner?: string): Promise<ForeignModel> {
  disableTelemetry();
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(
    inner === undefined ? file : withOutput(file, inner),
    {
      logSeverityLevel: 4,
    },
  );
  const inputs = session.inputMetadata.map((input) => {
    const { name } = input;
    return input.isTensor
      ? { name, type: input.type, shape: input.shape }
      : { name, type: 'no tensor', shape: [] };
  });
  return {
    inputs,
    outputs: session.outputNames,
    run: async ({ data, shape }, output) => {
      const feeds = { [inputs[0]?.name ?? '']: new Tensor('float32', data, shape) };
      const { [output]: result } = await session.run(feeds, [output]);
      return { data: await result?.getData(), shape: result?.dims ?? [] };
    },
    dispose: () => session.release(),
  };
}

/** Messages of protobuf that follow each other are one: what comes after is added to lists. */
function withOutput(file: Uint8Array, name: string): Uint8Array {
  const added = proto.onnx.ModelProto.encode({ graph: { output: [{ name }] } }).finish();
  return Buffer.concat([file, added]);
}
