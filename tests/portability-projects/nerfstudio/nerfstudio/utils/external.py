TCNN_EXISTS = False
tcnn_import_exception = None
tcnn = None
try:
    import tinycudann

    tcnn = tinycudann
    TCNN_EXISTS = True
except ModuleNotFoundError as error:
    tcnn_import_exception = error
except ImportError as error:
    tcnn_import_exception = error
