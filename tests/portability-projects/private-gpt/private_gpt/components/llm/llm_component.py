from llama_index.llms import LlamaCPP


class LLMComponent:
    """Runs a local model; every layer goes to the GPU, through Metal or CUDA, whichever llama.cpp was built for."""

    def __init__(self, path: str) -> None:
        self.llm = LlamaCPP(model_path=path, temperature=0.1, context_window=3900, model_kwargs={"n_gpu_layers": -1}, verbose=True)
