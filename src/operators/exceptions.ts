/**
 * What the table says and native_functions.yaml does not. Every entry names the file of PyTorch it follows from; paths are those of the
 * repository, as of version 2.14.1.
 */

/**
 * Composite operators that call one operator which has kernels of its own: they run where that one does.
 *
 * - `pdist`: aten/src/ATen/native/Distance.cpp
 * - `rrelu`: aten/src/ATen/native/Activation.cpp
 * - `multilabel_margin_loss`: aten/src/ATen/native/LossMultiLabelMargin.cpp
 * - `linalg_ldl_factor`: aten/src/ATen/native/BatchLinearAlgebra.cpp
 */
export const CALLS: Readonly<Record<string, string>> = {
  pdist: '_pdist_forward',
  rrelu: 'rrelu_with_noise',
  multilabel_margin_loss: 'multilabel_margin_loss_forward',
  linalg_ldl_factor: 'linalg_ldl_factor_ex',
};

/** Operators that compute in float64 whatever they are given, which MPS does not have. (torch/testing/_internal/common_mps.py; the definition of float_power) */
export const FLOAT64_ONLY: readonly string[] = ['float_power'];

/**
 * Functions people call although torchgen makes no binding for them: their binding is written by hand.
 * (torch/csrc/autograd/python_variable.cpp, python_variable_methods.cpp, python_torch_functions_manual.cpp, python_variable_indexing.cpp)
 */
export const BOUND_BY_HAND: readonly string[] = [
  'contiguous',
  'dim',
  'index',
  'is_contiguous',
  'item',
  'mH',
  'mT',
  'nonzero',
  'numel',
  'range',
  'size',
  'slice',
  'sparse_bsc_tensor',
  'sparse_bsr_tensor',
  'sparse_compressed_tensor',
  'sparse_coo_tensor',
  'sparse_csc_tensor',
  'sparse_csr_tensor',
  'storage_offset',
  'stride',
  'to',
];

/** Random numbers in place. The other functions that only exist in place (`zero_`, `resize_`, `fill_diagonal_`) have no family in the tests of PyTorch. (torch/testing/_internal/common_methods_invocations.py) */
export const IN_PLACE_ONLY: readonly string[] = ['cauchy', 'exponential', 'geometric', 'log_normal', 'uniform'];

/** Names in Python that do not follow from the name in native_functions.yaml; `index` and `slice` are what brackets do. (torch/nn/functional.py, torch/_tensor.py) */
export const PYTHON_NAMES: Readonly<Record<string, readonly string[]>> = {
  im2col: ['torch.nn.functional.unfold'],
  index: [],
  log_sigmoid: ['torch.nn.functional.logsigmoid'],
  numel: ['torch.numel', 'torch.Tensor.numel'],
  size: ['torch.Tensor.size'],
  slice: [],
  stride: ['torch.Tensor.stride'],
};

/**
 * Functions with a binding that nobody is meant to call: parts other functions are made of, kept reachable for torch.jit, for quantization
 * or for one library. They are in no page of the documentation of `torch`, `torch.nn.functional` or `torch.Tensor`, or are there only as
 * part of quantization. A name that ends in `*` stands for all that begin so.
 */
export const INTERNAL: readonly string[] = [
  // Kernels of libraries, and steps of torch.nn.functional
  'cudnn_*',
  'miopen_*',
  'mkldnn_*',
  'fbgemm_*',
  'mps_*',
  'thnn_*',
  'slow_conv*',
  'conv_depthwise3d',
  'convolution',
  'upsample_*',
  'reflection_pad*',
  'replication_pad*',
  'col2im',
  'affine_grid_generator',
  'grid_sampler',
  'rrelu_with_noise',
  'cross_entropy_loss',
  'nll_loss2d',
  'nll_loss_nd',
  'feature_dropout',
  'pad_sequence',
  'flatten_dense_tensors',
  'unflatten_dense_tensors',
  // Normalization behind torch.nn
  'native_*',
  'batch_norm_*',
  'norm_except_dim',
  'frobenius_norm',
  'nuclear_norm',
  // Recurrent networks behind torch.nn.LSTM and its like
  'lstm*',
  'gru*',
  'rnn_*',
  // Quantization
  'quantize_*',
  'quantized_*',
  'fake_quantize_*',
  'fused_moving_avg_obs_fake_quant',
  'choose_qparams_optimized',
  'dequantize',
  'empty_quantized',
  'int_repr',
  'q_*',
  'qscheme',
  // Sparse and nested tensors
  'ccol_indices*',
  'row_indices*',
  'hspmm',
  'sparse_mask',
  'sparse_sampled_addmm',
  'to_mkldnn',
  'to_padded_tensor',
  'nested_to_padded_tensor',
  // Helpers of autograd, torch.jit and torch.export
  'sym_*',
  'is_distributed',
  'is_neg',
  'is_same_size',
  'is_signed',
  'is_vulkan_available',
  'detach',
  'from_file',
  'slice_inverse',
  'unique_dim',
  'unsafe_split_with_sizes',
  'binomial',
];
