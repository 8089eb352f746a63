/** The functions of TensorFlow's C API that the engine calls. */

/** The types of C in TypeScript. A pointer is an address, or an array whose memory is lent for the call. */
interface CTypes {
  readonly void: undefined;
  readonly pointer: bigint | ArrayBufferView | null;
  readonly int: number;
  readonly int64_t: number;
  readonly size_t: number;
  readonly float: number;
  readonly uint8_t: number;
  readonly str: string;
  /** An output of an operation. */
  readonly output: { readonly oper: bigint; readonly index: number };
}

export type CType = keyof CTypes;

type CSignature = readonly [result: CType, parameters: readonly CType[]];

/**
 * Result and parameters by name.
 * @source tensorflow/c/c_api.h, tensorflow/c/eager/c_api.h
 */
export const cFunctions = {
  TF_Version: ['str', []],
  TF_NewStatus: ['pointer', []],
  TF_GetCode: ['int', ['pointer']],
  TF_Message: ['str', ['pointer']],
  TF_SetStatus: ['void', ['pointer', 'int', 'str']],
  TF_DeleteStatus: ['void', ['pointer']],
  TFE_NewContextOptions: ['pointer', []],
  TFE_ContextOptionsSetConfig: ['void', ['pointer', 'pointer', 'size_t', 'pointer']],
  TFE_DeleteContextOptions: ['void', ['pointer']],
  TFE_NewContext: ['pointer', ['pointer', 'pointer']],
  TFE_DeleteContext: ['void', ['pointer']],
  TFE_ContextListDevices: ['pointer', ['pointer', 'pointer']],
  TF_DeviceListCount: ['int', ['pointer']],
  TF_DeviceListName: ['str', ['pointer', 'int', 'pointer']],
  TF_DeviceListType: ['str', ['pointer', 'int', 'pointer']],
  TF_DeleteDeviceList: ['void', ['pointer']],
  TF_AllocateTensor: ['pointer', ['int', 'pointer', 'int', 'size_t']],
  TF_DeleteTensor: ['void', ['pointer']],
  TF_TensorData: ['pointer', ['pointer']],
  TF_TensorByteSize: ['size_t', ['pointer']],
  TF_NewGraph: ['pointer', []],
  TF_DeleteGraph: ['void', ['pointer']],
  TF_NewOperation: ['pointer', ['pointer', 'str', 'str']],
  TF_AddInput: ['void', ['pointer', 'output']],
  TF_AddInputList: ['void', ['pointer', 'pointer', 'int']],
  TF_SetAttrBool: ['void', ['pointer', 'str', 'uint8_t']],
  TF_SetAttrFloat: ['void', ['pointer', 'str', 'float']],
  TF_SetAttrInt: ['void', ['pointer', 'str', 'int64_t']],
  TF_SetAttrIntList: ['void', ['pointer', 'str', 'pointer', 'int']],
  TF_SetAttrShape: ['void', ['pointer', 'str', 'pointer', 'int']],
  TF_SetAttrString: ['void', ['pointer', 'str', 'str', 'size_t']],
  TF_SetAttrTensor: ['void', ['pointer', 'str', 'pointer', 'pointer']],
  TF_SetAttrType: ['void', ['pointer', 'str', 'int']],
  TF_FinishOperation: ['pointer', ['pointer', 'pointer']],
  TF_OperationOutputType: ['int', ['output']],
  TF_GraphGetTensorNumDims: ['int', ['pointer', 'output', 'pointer']],
  TF_GraphGetTensorShape: ['void', ['pointer', 'output', 'pointer', 'int', 'pointer']],
  TF_GraphToFunction: [
    'pointer',
    [
      ...(['pointer', 'str', 'uint8_t', 'int', 'pointer'] as const),
      ...(['int', 'pointer', 'int', 'pointer', 'pointer'] as const),
      ...(['pointer', 'pointer', 'pointer'] as const),
    ],
  ],
  TF_DeleteFunction: ['void', ['pointer']],
  TFE_ContextAddFunction: ['void', ['pointer', 'pointer', 'pointer']],
  TFE_NewOp: ['pointer', ['pointer', 'str', 'pointer']],
  TFE_DeleteOp: ['void', ['pointer']],
  TFE_OpSetDevice: ['void', ['pointer', 'str', 'pointer']],
  TFE_OpAddInput: ['void', ['pointer', 'pointer', 'pointer']],
  TFE_Execute: ['void', ['pointer', 'pointer', 'pointer', 'pointer']],
  TFE_NewTensorHandle: ['pointer', ['pointer', 'pointer']],
  TFE_DeleteTensorHandle: ['void', ['pointer']],
  TFE_TensorHandleCopyToDevice: ['pointer', ['pointer', 'pointer', 'str', 'pointer']],
  TFE_TensorHandleResolve: ['pointer', ['pointer', 'pointer']],
} as const satisfies Readonly<Record<string, CSignature>>;

type Signatures = typeof cFunctions;

type Parameters<P extends readonly CType[]> = { [I in keyof P]: CTypes[P[I]] };

/** A pointer that a function returns is an address. */
type Result<T extends CType> = T extends 'pointer' ? bigint : CTypes[T];

/** The functions as TypeScript calls them. */
export type CApi = {
  readonly [F in keyof Signatures]: (
    ...parameters: Parameters<Signatures[F][1]>
  ) => Result<Signatures[F][0]>;
};
