import os

BACKEND = 'spconv'
ATTN = 'flash_attn'


def __from_env():
    global BACKEND, ATTN
    BACKEND = os.environ.get('SPARSE_BACKEND', BACKEND)
    ATTN = os.environ.get('SPARSE_ATTN_BACKEND', ATTN)


__from_env()
