#!/usr/bin/env bash
# sbatch slurm.sh --data /data/mnist --out /scratch/run
# One task for each machine; torchrun starts a process for each of its GPUs. A job that is preempted saves and is queued
# again, and goes on from the newest checkpoint.
#SBATCH --job-name=gan
#SBATCH --nodes=2
#SBATCH --ntasks-per-node=1
#SBATCH --gpus-per-node=8
#SBATCH --cpus-per-task=32
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --signal=TERM@120
set -euo pipefail

# Else ranks that start again may find the addresses of those that have ended.
export TORCH_DISABLE_SHARE_RDZV_TCP_STORE=1

first=$(scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1)
srun torchrun \
  --nnodes="$SLURM_NNODES" \
  --nproc-per-node=gpu \
  --rdzv-backend=c10d \
  --rdzv-endpoint="$first:29500" \
  --rdzv-id="$SLURM_JOB_ID" \
  --max-restarts=3 \
  train.py "$@"
