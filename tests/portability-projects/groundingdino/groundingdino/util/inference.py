import torch


def load_model(config_path: str, checkpoint_path: str, device: str = "cuda"):
    state = torch.load(checkpoint_path, map_location="cpu")
    model = torch.nn.Linear(1, 1)
    model.load_state_dict(state["model"], strict=False)
    return model.eval().to(device)
