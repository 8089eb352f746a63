#!/usr/bin/env bash
# Tries the engine onnx with the provider WebGPU: the conformance suite, the presets against float64 and the other engines, and a
# short training. Without a GPU it runs on SwiftShader, the software adapter of Debian's package `chromium`
# (`apt-get install chromium`), where it takes about an hour on two cores.
#
# Usage, in a clone after `npm ci`: test/gpu/webgpu.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

chromium=/usr/lib/chromium
if ! ls /dev/dri/render* >/dev/null 2>&1 && [ -e "$chromium/vk_swiftshader_icd.json" ]; then
  echo 'no GPU: SwiftShader takes its place'
  export VK_ICD_FILENAMES="$chromium/vk_swiftshader_icd.json"
  export LD_LIBRARY_PATH="$chromium${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi

npm run -s build
node dist/cli/main.js engine list
export GANSPEC_TEST_ENGINES=onnx:webgpu
npx --no-install vitest run test/conformance -t onnx:webgpu
run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT
node dist/cli/main.js train ring --provider webgpu --steps 100 --out "$run/run"
grep -A 5 engineFacts "$run/run/run.json"
npx --no-install vitest run test/presets/oracle.test.ts test/presets/agreement.test.ts
