conda create -n rapids -c rapidsai -c conda-forge -c nvidia rapids=24.02 python=3.10 cuda-version=12.0
