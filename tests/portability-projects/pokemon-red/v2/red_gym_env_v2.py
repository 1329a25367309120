import numpy as np
from gymnasium import Env
from pyboy import PyBoy


class RedGymEnv(Env):
    def __init__(self, config=None):
        self.pyboy = PyBoy("PokemonRed.gb", window="null" if config["headless"] else "SDL2")

    def reset(self, seed=None, options={}):
        return {"screens": np.zeros((72, 80, 3), dtype=np.uint8)}, {}
