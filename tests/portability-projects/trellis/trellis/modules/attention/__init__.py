BACKEND = 'flash_attn'
