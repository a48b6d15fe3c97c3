#!/bin/bash
# One part of the editions of all bodies, as a task of an array:
#
#     sbatch --array=0-15 cluster/slurm.sh
#     sbatch --dependency=afterok:JOB --wrap 'feuillet manifest merge output/bodies-*-of-16 --output output/bodies'
#
# Tasks may be requeued: one that was killed goes on where it ended.
#SBATCH --job-name=feuillet
#SBATCH --cpus-per-task=4
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
set -euo pipefail
feuillet build --bodies all --shard auto --jobs "${SLURM_CPUS_PER_TASK:-1}" "$@"
