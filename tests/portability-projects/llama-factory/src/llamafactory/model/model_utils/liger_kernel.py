import inspect


def apply_liger_kernel(model_type: str, enable: bool) -> None:
    if not enable:
        return
    if model_type == "llama":
        from liger_kernel.transformers import apply_liger_kernel_to_llama as apply
    elif model_type == "qwen2":
        from liger_kernel.transformers import apply_liger_kernel_to_qwen2 as apply
    else:
        return
    print(inspect.signature(apply))
