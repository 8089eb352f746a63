/**
 * A spec after normalization: every default filled in, every bare name written out as an object.
 * Normalization only fills in and never moves a value, so a JSON Pointer means the same place before and after;
 * and a normal spec is itself a valid spec that normalizes to itself.
 *
 * All types follow from the generated ones. An entry may be that of a plugin, so of its options only those are typed that
 * all entries of its kind share.
 */
import type { WithoutExpressions } from '../entries/config.js';
import type { Tagged } from '../entries/tagged.js';
import type * as spec from '../generated/spec.js';

/** A number, or the schedule that gives it for each step. */
export type Scheduled = number | WithoutExpressions<spec.Schedule>;

/** The options that all members of a union have. */
type Shared<U> = Pick<U, keyof U>;

type LayerOptions = Shared<
  Exclude<spec.Layer, string | spec.BlockLayer | spec.RepeatLayer | spec.ResidualLayer>
>;

export interface NormalLayer extends Normal<Omit<LayerOptions, 'type' | 'input'>>, Tagged {
  /** Names of the layers it reads; `"input"` is the network's own input. */
  readonly input: readonly string[];
  readonly [option: string]: unknown;
}

export interface NormalPenalty
  extends Normal<Omit<Shared<Exclude<spec.Penalty, string>>, 'type'>>, Tagged {
  /** Absent where the penalty is no term of a loss. */
  readonly weight?: Scheduled;
  readonly [option: string]: unknown;
}

/** An entry of any other kind. */
type NormalEntry = Tagged & Readonly<Record<string, unknown>>;

/** An option after normalization: an entry has the common form of its kind. */
type NormalOption<T, Entry = Extract<T, Tagged>> = [Entry] extends [never]
  ? NormalValue<T>
  : [Entry] extends [spec.Schedule]
    ? Scheduled
    : [Entry] extends [spec.Layer]
      ? NormalLayer
      : [Entry] extends [spec.Penalty]
        ? NormalPenalty
        : NormalEntry;

type NormalValue<T> = T extends spec.Expression
  ? never
  : T extends readonly (infer Item)[]
    ? readonly NormalOption<Item>[]
    : T extends object
      ? Normal<T>
      : T;

/** An object of the generated types after normalization. */
type Normal<T> = { readonly [K in keyof T]-?: NormalOption<Exclude<T[K], undefined>> };

export type NormalEma = Normal<spec.Ema>;
export type NormalLabels = Normal<spec.Labels>;
export type NormalGradientClip = Normal<spec.GradientClip>;
export type NormalTraining = Normal<spec.Training>;
export type NormalMonitor = Normal<spec.Monitor>;

export type NormalAugment = Normal<spec.Augment>;
/** Factors on how far the changes of an augmentation go. */
export type NormalStrengths = Normal<spec.Strengths>;

/** A word of an augmentation's policy. */
export type AugmentStep = NonNullable<spec.Augment['policy']>[number];

/** Keys that expansion and normalization leave out. */
type Dropped = '$schema' | 'extends' | 'parameters' | 'blocks';
/** Keys without a default. */
type Optional = 'description' | 'reference';

export interface NormalSpec
  extends Normal<Omit<spec.GanSpec, Dropped | Optional>>, Readonly<Pick<spec.GanSpec, Optional>> {}
