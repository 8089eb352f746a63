/**
 * TensorBoard's messages in protobuf's wire form.
 * @source github.com/tensorflow/tensorboard, tensorboard/compat/proto/{event,summary,tensor}.proto and
 *   tensorboard/plugins/hparams/plugin_data.proto
 */
import protobuf from 'protobufjs/minimal.js';

type Writer = protobuf.Writer;

/** Numbers of wire types. */
const [varint, eightBytes, delimited, fourBytes] = [0, 1, 2, 5];

/** Adds fields to a message. */
type Fields = (message: Writer) => void;

const bytesOf = (fields: Fields): Uint8Array => {
  const writer = new protobuf.Writer();
  fields(writer);
  return writer.finish();
};

const double = (message: Writer, field: number, value: number): Writer =>
  message.uint32((field << 3) | eightBytes).double(value);
const float = (message: Writer, field: number, value: number): Writer =>
  message.uint32((field << 3) | fourBytes).float(value);
const whole = (message: Writer, field: number, value: number): Writer =>
  message.uint32((field << 3) | varint).int64(value);
const text = (message: Writer, field: number, value: string): Writer =>
  message.uint32((field << 3) | delimited).string(value);
const bytes = (message: Writer, field: number, value: Uint8Array): Writer =>
  message.uint32((field << 3) | delimited).bytes(value);
const nested = (message: Writer, field: number, fields: Fields): Writer =>
  bytes(message, field, bytesOf(fields));

/** One entry of a summary. */
export type SummaryValue =
  | { readonly tag: string; readonly scalar: number }
  | { readonly tag: string; readonly text: string }
  | { readonly tag: string; readonly png: Picture }
  /** The settings of a run, for the plugin of hyper-parameters. */
  | {
      readonly tag: string;
      readonly settings: Readonly<Record<string, Setting>>;
      readonly start: number;
    };

/** The value of a hyper-parameter. */
export type Setting = number | string | boolean;

interface Picture {
  readonly height: number;
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** The first event of a file. */
export function versionEvent(seconds: number): Uint8Array {
  return bytesOf((event) => text(double(event, 1, seconds), 3, 'brain.Event:2'));
}

/** @param seconds Since 1970, UTC. */
export function summaryEvent(
  seconds: number,
  step: number,
  values: readonly SummaryValue[],
): Uint8Array {
  return bytesOf((event) => {
    whole(double(event, 1, seconds), 2, step);
    nested(event, 5, (summary) => {
      for (const value of values)
        nested(summary, 1, (message) => {
          addValue(message, value);
        });
    });
  });
}

function addValue(message: Writer, value: SummaryValue): void {
  text(message, 1, value.tag);
  if ('scalar' in value) {
    float(message, 2, value.scalar);
    plugin(message, 'scalars');
  } else if ('png' in value) {
    const { height, width, bytes: png } = value.png;
    nested(message, 4, (image) =>
      bytes(whole(whole(whole(image, 1, height), 2, width), 3, 3), 4, png),
    );
  } else if ('text' in value) {
    nested(message, 8, (tensor) => {
      // A scalar of the type of texts.
      whole(tensor, 1, 7);
      nested(tensor, 2, () => undefined);
      text(tensor, 8, value.text);
    });
    plugin(message, 'text');
  } else {
    const { settings, start } = value;
    plugin(
      message,
      'hparams',
      bytesOf((data) =>
        nested(data, 3, (info) => {
          for (const [name, setting] of Object.entries(settings)) {
            nested(info, 1, (entry) =>
              nested(text(entry, 1, name), 2, (inner) => {
                addSetting(inner, setting);
              }),
            );
          }
          double(info, 5, start);
        }),
      ),
    );
  }
}

/** The plugin of TensorBoard that shows a value, and its data. */
function plugin(message: Writer, name: string, content?: Uint8Array): void {
  nested(message, 9, (metadata) =>
    nested(metadata, 1, (data) => {
      text(data, 1, name);
      if (content) bytes(data, 2, content);
    }),
  );
}

function addSetting(value: Writer, setting: Setting): void {
  if (typeof setting === 'number') double(value, 2, setting);
  else if (typeof setting === 'string') text(value, 3, setting);
  else value.uint32((4 << 3) | varint).bool(setting);
}
