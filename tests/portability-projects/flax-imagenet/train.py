import jax
import jax.numpy as jnp
import optax
from flax import jax_utils
from flax.training import dynamic_scale as dynamic_scale_lib


def train(config):
    dynamic_scale = None
    platform = jax.local_devices()[0].platform
    if config.half_precision and platform == 'gpu':
        dynamic_scale = dynamic_scale_lib.DynamicScale()
    state = jax_utils.replicate({"w": jnp.zeros(3)})
    return jax.pmap(lambda s: optax.sgd(0.1).init(s), axis_name='batch')(state), dynamic_scale
