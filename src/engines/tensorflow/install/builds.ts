/** The builds of TensorFlow's library that ganspec installs. */

/** A package for Python, of which the library is a part. */
export interface Build {
  readonly package: string;
  readonly version: string;
  /** Its tags: version of Python, and platform. */
  readonly python: string;
  readonly platform: string;
  readonly sha256: string;
  /** Bytes of the package, and of the files that are taken out of it. */
  readonly packageBytes: number;
  readonly bytes: number;
  /** The files, by their paths in the package. */
  readonly files: readonly string[];
}

/** Builds for one machine. */
export interface Builds {
  readonly cpu: Build;
  readonly gpu?: Build;
}

const common = { version: '2.21.0', python: '3.11' } as const;
const notices = 'tensorflow/THIRD_PARTY_NOTICES.txt';
const inLinux = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
  notices,
];

/** By platform and processor. */
export const pinnedBuilds: Readonly<Record<string, Builds>> = {
  'linux x64': {
    cpu: {
      ...common,
      package: 'tensorflow-cpu',
      platform: 'manylinux_2_27_x86_64',
      sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
      packageBytes: 273_829_956,
      bytes: 853_775_914,
      files: inLinux,
    },
    gpu: {
      ...common,
      package: 'tensorflow',
      platform: 'manylinux_2_27_x86_64',
      sha256: '9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124',
      packageBytes: 572_440_367,
      bytes: 1_259_488_058,
      files: inLinux,
    },
  },
  'linux arm64': {
    cpu: {
      ...common,
      package: 'tensorflow',
      platform: 'manylinux_2_27_aarch64',
      sha256: '4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c',
      packageBytes: 281_828_020,
      bytes: 883_529_186,
      files: inLinux,
    },
  },
  'darwin arm64': {
    cpu: {
      ...common,
      package: 'tensorflow',
      platform: 'macosx_12_0_arm64',
      sha256: '51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88',
      packageBytes: 223_405_849,
      bytes: 741_272_602,
      files: [
        'tensorflow/libtensorflow_cc.2.dylib',
        'tensorflow/libtensorflow_framework.2.dylib',
        notices,
      ],
    },
  },
};
