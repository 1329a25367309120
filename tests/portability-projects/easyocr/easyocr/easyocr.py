import torch


class Reader(object):
    def __init__(self, lang_list, gpu=True, verbose=True):
        if gpu is False:
            self.device = 'cpu'
        elif gpu is True:
            if torch.cuda.is_available():
                self.device = 'cuda'
            elif torch.backends.mps.is_available():
                self.device = 'mps'
            else:
                self.device = 'cpu'
                if verbose:
                    print('No GPU was found: this will take longer.')
        else:
            self.device = gpu
        self.languages = lang_list
