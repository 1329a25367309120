from stable_baselines3 import PPO
from stable_baselines3.common.utils import set_random_seed
from stable_baselines3.common.vec_env import SubprocVecEnv

from red_gym_env_v2 import RedGymEnv


def make_env(rank, seed=0):
    def make():
        env = RedGymEnv({"headless": True})
        env.reset(seed=(seed + rank))
        return env

    set_random_seed(seed)
    return make


if __name__ == "__main__":
    env = SubprocVecEnv([make_env(i) for i in range(64)])
    model = PPO("MultiInputPolicy", env, verbose=1, n_steps=2048, batch_size=512, n_epochs=1)
    model.learn(total_timesteps=1_000_000)
