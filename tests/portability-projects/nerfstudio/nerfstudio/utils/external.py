TCNN_EXISTS = False
reason = None
tcnn = None
try:
    import tinycudann

    tcnn = tinycudann
    TCNN_EXISTS = True
except ModuleNotFoundError as error:
    reason = error
except ImportError as error:
    reason = error
