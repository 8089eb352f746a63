#!/usr/bin/env bash
# Tries the engine tensorflow on a GPU: the whole test suite, a short training and a benchmark. What it prints is what the table in
# docs/engines.md needs. It has not run on a GPU so far.
#
# Needed: Linux x64, a driver for CUDA 12, CUDA 12.5 and cuDNN 9.3 where the loader finds them, Node, and pip or uv.
# Usage, in a clone after `npm ci`: test/gpu/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

npm run -s build
ganspec() { node dist/cli/main.js "$@"; }

nvidia-smi --query-gpu=name,driver_version --format=csv
sees_gpu() {
  ganspec engine list --json |
    node -e "process.exit(JSON.parse(fs.readFileSync(0)).some((e) => e.name === 'tensorflow' && e.device === 'GPU') ? 0 : 1)"
}
sees_gpu || ganspec engine install tensorflow --gpu
ganspec engine list
sees_gpu ||
  echo 'TensorFlow sees no GPU: what follows runs on the CPU'

export GANSPEC_TEST_ENGINES=tensorflow
npx --no-install vitest run

run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT
ganspec train dcgan-mnist --engine auto --steps 500 --out "$run/run"
grep -A 6 engineFacts "$run/run/run.json"
npm run -s bench -- dcgan-mnist-64 dcgan-mnist-256 --rounds 6
