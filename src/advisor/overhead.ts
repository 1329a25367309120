import { GiB, MiB } from './bytes.ts';

/**
 * The program around a model: code, tokenizer, Metal’s shaders and command buffers. No source states it alone; runs whose process and
 * allocations were both published leave 0.1 to 0.3 GB. It is small beside any model, so a round number serves. Our choice.
 *
 * What is counted where, and why two published figures of the same run differ:
 *
 * - a load log of llama.cpp (“model buffer”, “KV buffer”, “compute buffer”) and `mx.get_peak_memory` of MLX count allocations: weights,
 *   cache, fixed state and compute buffer. They are compared with the sum of those terms, without this one.
 * - Activity Monitor and `footprint` count the process: the same and the program around it. They are compared with the whole sum.
 * - the resident size (RSS) counts pages that were touched: mapped weights that were not read yet are missing, and so is part of what Metal
 *   holds. It is compared with nothing here.
 */
export const OVERHEAD_BYTES = 128 * MiB;

/**
 * The same for training with PyTorch or MLX in Python: published runs count the whole process, the libraries and their work space included,
 * and are met with 1 GiB (LLaMA-Factory wiki, peft). unsloth counts 1.4 GB for CUDA.
 */
export const TRAINING_OVERHEAD_BYTES = GiB;

/**
 * Room to keep free beside a need, for what no formula covers: rounding of allocations, host-side copies of a prompt, the next version of
 * the runtime. With the overhead it makes the 1 GiB that llama.cpp keeps by default (`--fit-target`) and Llama for macOS too.
 */
export const MARGIN_BYTES = GiB - OVERHEAD_BYTES;

/**
 * What stays for macOS and other programs on any Mac. It binds on the smallest ones only: elsewhere the GPU limit leaves more free.
 * Llama for macOS, Model+Compatibility.swift (osFloorMb). Cautious: what only just fits is judged by MACOS_BYTES.
 */
export const SYSTEM_BYTES = 4 * GiB;

/**
 * What stays for macOS alone, with everything else closed. On a Mac with 8GB macOS’s own GPU limit keeps no more than 2.67 GiB back, and a
 * model that left 3 GiB there ran at full speed: Llama 3 8B in Q4_K_M on an M1, 10.2 tokens/s (XiongjieDai, GPU-Benchmarks-on-LLM-Inference).
 * A round number below, so that on such a Mac the GPU limit decides. Our choice.
 */
export const MACOS_BYTES = 2.5 * GiB;
